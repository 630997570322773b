import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeSeed } from '@tamizdat/release';
import { NOW } from '@tamizdat/release/testing';
import { finishPage } from '@tamizdat/tree';
import { expect, test } from 'vitest';
import { place, signed, useRenewedOutlet } from '../../testing/renewed-outlet.ts';
import { tamizdat } from '../../testing/sample-outlet.ts';
import { describeShipped } from '../ship/describe-shipped.ts';
import type { Shipped } from '../ship/shipped.ts';

/** A list that readers' programs hold is told by whatever signs it. */

useRenewedOutlet();

const HELD = 'keep that one in use until a list is signed again';

function announce(count: number): void {
  const mirrors = Array.from(
    { length: count },
    (_, at) => `  - { name: m${at}, address: 'https://m${at}.example/', kind: copied }\n`,
  );
  writeFileSync(
    path.join(place.content, 'mirrors.yaml'),
    `mirrors:${count === 0 ? ' []' : ''}\n${mirrors.join('')}`,
  );
}

async function release(count: number): Promise<string> {
  announce(count);
  const head = '<meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>t</title>';
  const page = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>${count}</body></html>`;
  writeFileSync(path.join(place.tree, 'index.html'), finishPage(page, 'index.html'));
  const { content, tree, keys } = place;
  const seed = createHash('sha256').update('Fortochka, targets').digest();
  const flags = ['--without-content', '--offline', '--yes-i-looked'];
  const { code, out, err } = await tamizdat(
    ['release', tree, '--keys', keys, '--content', content, ...flags],
    path.dirname(content),
    { TAMIZDAT_KEY_TARGETS: writeSeed(seed), TAMIZDAT_NOW: new Date(NOW).toISOString() },
  );
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  expect(signed()).toHaveLength(count);
  return out;
}

test('a release tells of a list that lost more than half of the mirrors, once', async () => {
  expect(await release(4)).not.toContain(HELD);
  expect(await release(2)).not.toContain(HELD);
  expect(await release(0)).toContain(HELD);
  expect(await release(0)).not.toContain(HELD);
});

test('so does a run that ships it', () => {
  const shipped = (isListHeld: boolean): Shipped => ({
    ...{ outcome: 'shipped', steps: ['release'], mirrors: [], archives: [] },
    release: { number: 2, made: { changed: 1, removed: 0, isListHeld } },
  });
  expect(describeShipped(shipped(true))).toContain(HELD);
  expect(describeShipped(shipped(false))).not.toContain(HELD);
});
