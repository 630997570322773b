import { expect, test } from 'vitest';
import { cleanAv1, walkAv1 } from './av1.ts';

/** A unit with its size. */
const unit = (kind: number, ...payload: readonly (number | string)[]): Buffer => {
  const body = Buffer.concat(
    payload.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))),
  );
  return Buffer.concat([Buffer.from([(kind << 3) | 2, body.length]), body]);
};
const PICTURE = unit(6, 'coded picture');

test.each([
  ['metadata of a program', unit(5, 4, 'Anna', 0x80)],
  ['a time', unit(5, 5, 'Anna', 0x80)],
  ['metadata of its own', unit(5, 31, 'Anna')],
  ['light with words', unit(5, 1, 'Anna', 'Anna')],
  ['padding', unit(15, 'Anna', 0x80)],
  ['tiles of another picture', unit(8, 'Anna')],
  ['a unit of no kind', unit(12, 'Anna')],
  ['a mark with words', unit(2, 'Anna')],
])('%s becomes padding, and pictures stay', (_what, told) => {
  const sample = Buffer.concat([unit(2), PICTURE, told, PICTURE]);
  const clean = cleanAv1(sample);
  expect(clean?.length).toBe(sample.length);
  expect(clean?.toString('latin1').split('coded picture')).toHaveLength(3);
  expect(clean?.toString('latin1')).not.toContain('Anna');
  expect(clean && cleanAv1(clean)).toBe(clean);
});

test('light and colours stay, and so does a unit that fills the rest', () => {
  const sample = Buffer.concat([
    unit(5, 1, '1234', 0x80),
    Buffer.from([6 << 3]),
    Buffer.from('coded'),
  ]);
  expect(cleanAv1(sample)).toBe(sample);
});

test.each([
  ['cut off', PICTURE.subarray(0, -1)],
  ['no unit', Buffer.from([0xff, 0])],
])('%s', (_what, bytes) => {
  expect([...walkAv1(bytes, { start: 0, end: bytes.length })]).toMatchObject([{ stuck: true }]);
  expect(cleanAv1(bytes)).toBeUndefined();
});
