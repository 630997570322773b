import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectContainer, stripContainer } from '../fold.ts';
import { walkMpegAudio } from './mpeg-audio.ts';

const SECRET = Buffer.from('Anna was here');
const fixtures = join(import.meta.dirname, '../../../recordings/testing/fixtures');
const clean = readFileSync(join(fixtures, 'clean.mp3'));
/** Bits between the sound of two frames, which LAME filled up. */
const gaps = [...walkMpegAudio(clean)].filter(
  ({ start, end, becomes }) => becomes !== undefined && end - start > SECRET.length + 1,
);
const changed = (change: (bytes: Buffer) => unknown): Buffer => {
  const bytes = Buffer.from(clean);
  change(bytes);
  return bytes;
};

test('LAME’s own filling is told of nobody, and goes with what is', () => {
  expect(clean.includes('LAME3.100')).toBe(true);
  expect(inspectContainer(clean)?.metadata).toEqual([]);
  expect(stripContainer(clean)).toEqual(clean);
});

test('words between the sound of frames are told and become zeros', () => {
  expect(gaps.length).toBeGreaterThan(0);
  for (const { start } of gaps) {
    const told = changed((bytes) => SECRET.copy(bytes, start + 1));
    expect(inspectContainer(told)?.metadata).toEqual(['left-over data']);
    const stripped = stripContainer(told);
    expect(stripped).toHaveLength(clean.length);
    expect(stripped?.includes('Anna')).toBe(false);
    expect(stripped?.includes('LAME3.100')).toBe(false);
  }
});

/** The second frame behind the one that counts the others. */
const frame = clean.indexOf(Buffer.from([0xff, 0xfb]), 400);

test.each([
  ['a private bit of the head', 2, 0x01],
  ['a mark of copyright that others have not', 3, 0x08],
  ['private bits of the side information', 5, 0x04],
])('%s', (_what, at, bit) => {
  const told = changed((bytes) => bytes.writeUInt8((bytes[frame + at] ?? 0) ^ bit, frame + at));
  expect(inspectContainer(told)?.metadata).toEqual(['left-over data']);
  expect(stripContainer(told)?.[frame + at]).toBe(clean[frame + at]);
});

test('words behind what the first frame says of the others', () => {
  const at = clean.indexOf('Info');
  const told = changed((bytes) => SECRET.copy(bytes, at + 8 + 112 + 36));
  expect(inspectContainer(told)?.metadata).toContain('left-over data');
  expect(stripContainer(told)?.includes('Anna')).toBe(false);
});
