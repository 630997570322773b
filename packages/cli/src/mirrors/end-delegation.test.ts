import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf, inspectRelease, loadState, openFolder, writeSeed } from '@tamizdat/release';
import { NOW, ROOT_1, sampleKey, signSecondRoot } from '@tamizdat/release/testing';
import { parseDelegation, parseMetadata } from '@tamizdat/verify';
import { expect, test, vi } from 'vitest';
import { place, renew, signed, useRenewedOutlet } from '../../testing/renewed-outlet.ts';
import { tamizdat } from '../../testing/sample-outlet.ts';

/** A list of mirrors that was left to a key of its own is taken back. */

useRenewedOutlet();

const hold = (role: string, name: string): void => {
  const seed = createHash('sha256').update(`Fortochka, ${name}`).digest();
  vi.stubEnv(`TAMIZDAT_KEY_${role.toUpperCase()}`, writeSeed(seed));
};
const mirrors = (command: string, ...more: string[]) =>
  tamizdat(
    ['mirrors', command, place.tree, '--keys', place.keys, '--content', place.content, ...more],
    path.dirname(place.content),
    { TAMIZDAT_NOW: new Date(NOW + 60_000).toISOString() },
  );
const isLeft = async (): Promise<boolean> => {
  const targets = loadState(place.state)?.head.targets ?? new Uint8Array();
  return (await parseDelegation(parseMetadata(targets, 'targets'))) !== undefined;
};

test('by the key for targets, under a root with another key for snapshot and under no other', async () => {
  hold('targets', 'targets');
  const kept = await mirrors('delegate', '--end');
  expect(kept).toMatchObject({ code: 1, out: '' });
  expect(kept.err).toMatch(/snapshot-key-kept: .*\n.*keys rotate <keys> --replace snapshot/);
  expect(await isLeft()).toBe(true);

  const second = signSecondRoot({ snapshot: [sampleKey('second snapshot')] });
  writeFileSync(path.join(place.keys, '2.root.json'), second);
  hold('snapshot', 'second snapshot');
  vi.stubEnv('TAMIZDAT_KEY_ADDRESSES', '');
  const before = signed();
  const ended = await mirrors('delegate', '--end');
  expect({ code: ended.code, err: ended.err.replace(/^Warning.*\n/gm, '') }).toEqual({
    code: 0,
    err: '',
  });
  expect(ended.out).toContain('the key for targets signs the list of mirrors again');
  expect([await isLeft(), signed()]).toEqual([false, before]);
  const { exit } = await inspectRelease(openFolder(place.tree), {
    known: { fingerprint: fingerprintOf(ROOT_1) },
    ...{ now: NOW + 60_000, scope: { kind: 'all' } as const, strict: true },
  });
  expect(exit).toBe(0);

  expect(await renew({ 'harbour/alpha': 'blocked' })).toMatchObject({ isSigned: true });
  const again = await mirrors('delegate', '--end');
  expect(again.err).toContain('list-not-left');
});

test('either another key, or none', async () => {
  const { code, err } = await mirrors('delegate', '--end', '--new-key');
  expect([code, err]).toEqual([2, expect.stringContaining('not both')]);
});
