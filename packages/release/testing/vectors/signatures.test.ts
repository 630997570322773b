import { parseMetadata, parseRoot, verifySigned } from '@tamizdat/verify';
import { expect, test } from 'vitest';
import { ONLINE_KEYS } from '../sample-outlet.ts';
import { HEAD, ROOT_1 } from './sample-head.ts';

async function verifyWith(error: Error): Promise<void> {
  const root = await parseRoot(ROOT_1);
  await verifySigned(parseMetadata(HEAD.timestamp, 'timestamp'), root, () => Promise.reject(error));
}

test('a key that a browser refuses to import does not count (SPEC 9.4)', async () => {
  const error = new DOMException('not a point', 'DataError');
  await expect(verifyWith(error)).rejects.toMatchObject({ code: 'threshold' });
});

test('a browser without Ed25519 says so, and does not call a genuine head forged', async () => {
  const error = new DOMException('no Ed25519', 'NotSupportedError');
  await expect(verifyWith(error)).rejects.toBe(error);
});

test('another implementation of Ed25519 is given key, signature and message', async () => {
  const seen: number[] = [];
  const root = await parseRoot(ROOT_1);
  const timestamp = parseMetadata(HEAD.timestamp, 'timestamp');
  await verifySigned(timestamp, root, (key, signature, message) => {
    seen.push(key.length, signature.length, message.length);
    expect(Buffer.from(key).toString('hex')).toBe(ONLINE_KEYS.timestamp[0]?.point);
    return Promise.resolve(true);
  });
  expect(seen.slice(0, 2)).toEqual([32, 64]);
});
