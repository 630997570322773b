import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { place, renew, RULES, useRenewedOutlet, writeList } from '../../testing/renewed-outlet.ts';
import { tamizdat } from '../../testing/sample-outlet.ts';
import { isListUncommitted } from './uncommitted-list.ts';

/** A list that is renewed here and committed by nobody stops the pull that brings articles. */

useRenewedOutlet();

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@window.example', ...args], {
    cwd: path.dirname(place.content),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

test('a renewed list that differs from what is committed is told, with its code and two commands', async () => {
  expect(await isListUncommitted(place.content)).toBe(false);
  git('init', '-q');
  git('add', 'content');
  git('commit', '-qm', 'Content');
  // A person's own change is told of otherwise.
  writeList(RULES, 'kind: copied', '# by hand\n');
  expect(await isListUncommitted(place.content)).toBe(false);
  writeList();
  await renew({});
  expect(await isListUncommitted(place.content)).toBe(false);
  await renew({ 'harbour/alpha': 'blocked' });
  expect(await isListUncommitted(place.content)).toBe(true);
  const told = await tamizdat(
    ['doctor', '--offline', '--json', '--content', place.content],
    path.dirname(place.content),
    {},
  );
  expect(told.out).toContain('"list-uncommitted"');
  expect(told.out).toMatch(/commit -m \\"Addresses\\" -- mirrors\.yaml/);
  const { content, keys, tree } = place;
  const shipped = await tamizdat(
    ['ship', '--dry-run', '--content', content, '--keys', keys, '--tree', tree],
    path.dirname(content),
    {},
  );
  expect(shipped.err).toMatch(/^list-uncommitted: /m);
  git('commit', '-qm', 'Addresses', '--', 'content/mirrors.yaml');
  expect(await isListUncommitted(place.content)).toBe(false);
});
