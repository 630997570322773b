import { expect, test } from 'vitest';
import { LEFT_OVER } from '../part.ts';
import { walkAac } from './aac.ts';

/** Fields of so many bits as bytes, and sound behind them. */
function block(...fields: readonly (readonly [value: number, bits: number])[]): Buffer {
  const bits = fields.map(([value, length]) => value.toString(2).padStart(length, '0')).join('');
  const whole = `${bits}00101101`.padEnd(Math.ceil((bits.length + 8) / 8) * 8, '1');
  return Buffer.from((whole.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
const words = (text: string) => [...Buffer.from(text)].map((byte) => [byte, 8] as const);
const tell = (bytes: Buffer) => [...walkAac(bytes, { start: 0, end: bytes.length })];
const clean = (bytes: Buffer): Buffer => {
  const made = Buffer.from(bytes);
  for (const { start, becomes } of tell(bytes)) becomes?.copy(made, start);
  return made;
};

test.each([
  ['filling', block([6, 3], [4, 4], ...words('Anna'))],
  [
    'long filling',
    block([6, 3], [15, 4], [6, 8], ...words('Anna was here. It was Anna'.slice(0, 20))),
  ],
  ['data', block([4, 3], [0, 4], [0, 1], [4, 8], ...words('Anna'))],
  ['data on whole bytes', block([4, 3], [0, 4], [1, 1], [4, 8], ...words('Anna'))],
  ['behind filling', block([6, 3], [2, 4], [0, 16], [6, 3], [4, 4], ...words('Anna'))],
])('words in %s before the sound are told and become zeros', (_what, bytes) => {
  expect(tell(bytes).map(({ tells }) => tells)).toEqual([LEFT_OVER]);
  const made = clean(bytes);
  expect(made.at(-1)).toBe(bytes.at(-1));
  expect(tell(made)).toEqual([]);
});

test.each([
  ['zeros', block([6, 3], [4, 4], [0, 32])],
  ['the pattern of filling', block([6, 3], [3, 4], [0x10, 8], [0xa5, 8], [0xa5, 8])],
  ['how loud it is to be played', block([6, 3], [3, 4], [0xb1, 8], [2, 8], [3, 8])],
  ['sound', block([1, 3], [6, 3], [4, 4], ...words('Anna'))],
  ['a block that is cut off', block([6, 3], [15, 4], [255, 8])],
])('%s stay', (_what, bytes) => {
  expect(tell(bytes)).toEqual([]);
});

test('FFmpeg’s name is told of nobody', () => {
  const bytes = block([6, 3], [14, 4], [0, 9], ...words('Lavc59.37.10'), [0, 7]);
  expect(tell(bytes).map(({ tells }) => tells)).toEqual([undefined]);
});
