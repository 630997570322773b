import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { ensureRoom, showBytes } from './ensure-room.ts';

const file = (size: number) => ({ path: 'a', size, hash: '', type: '', rebased: false });

test('what does not fit the disk is not begun', () => {
  expect(() => {
    ensureRoom(tmpdir(), [file(1_000)]);
  }).not.toThrow();
  expect(() => {
    ensureRoom(tmpdir(), [file(1_000), file(2 ** 52)]);
  }).toThrow(/no-room: 4096 TiB are to be fetched/);
});

test.each([
  [0, '0 bytes'],
  [1_023, '1023 bytes'],
  [1_536, '1.5 KiB'],
  [200 * 2 ** 20, '200 MiB'],
  [2 ** 52, '4096 TiB'],
])('%d bytes', (bytes, shown) => {
  expect(showBytes(bytes)).toBe(shown);
});
