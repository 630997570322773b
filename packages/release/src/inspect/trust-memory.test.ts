import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTrust, verifyHead } from '@tamizdat/verify';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { NOW } from '../../testing/sample-outlet.ts';
import { read } from '../../testing/vectors/forge.ts';
import { HEAD, HEADS, ROOT_1 } from '../../testing/vectors/sample-head.ts';
import { recallTrust, rememberTrust } from './trust-memory.ts';

const OUTLET = fingerprintOf(ROOT_1);
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trust-memory-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what was seen is remembered, and an older head is then refused', async () => {
  expect(await recallTrust(folder, OUTLET)).toBeUndefined();
  const { trust } = await verifyHead(HEAD, startTrust(read(ROOT_1)), { now: NOW });
  rememberTrust(folder, OUTLET, trust);
  const recalled = (await recallTrust(folder, OUTLET)) ?? startTrust(read(ROOT_1));
  expect(recalled).toEqual(trust);
  await expect(verifyHead(HEADS[1], recalled, { now: NOW })).rejects.toMatchObject({
    code: 'rollback',
  });
  expect(readdirSync(folder)).toEqual([`${OUTLET}.json`]);
});

test.each(['', 'null', '{"root":{}}', '{"root":{"signed":{},"signatures":[]},"release":1}'])(
  'a memory that reads %s is not begun anew unasked',
  async (text) => {
    writeFileSync(join(folder, `${OUTLET}.json`), text);
    await expect(recallTrust(folder, OUTLET)).rejects.toThrow('trust-memory');
  },
);

test('numbers that are none are not believed', async () => {
  const trust = { ...startTrust(read(ROOT_1)), release: -1 };
  rememberTrust(folder, OUTLET, { ...trust, release: 1 });
  writeFileSync(join(folder, `${OUTLET}.json`), JSON.stringify(trust));
  await expect(recallTrust(folder, OUTLET)).rejects.toThrow('trust-memory');
});

test('a fingerprint is never a path', async () => {
  await expect(recallTrust(folder, '../x')).rejects.toThrow('not-a-fingerprint');
});
