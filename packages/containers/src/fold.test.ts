import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectContainer, stripContainer } from './fold.ts';
import { formatOf } from './formats.ts';

const load = (folder: string): Buffer[] =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((name) => !name.endsWith('.md'))
    .map((name) => readFileSync(join(import.meta.dirname, folder, name)));
const files = [...load('../testing/fixtures'), ...load('../../recordings/testing/fixtures')];

/** Bytes with others put into them, over them, or cut off. */
const changed = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.boolean()), {
      maxLength: 5,
    }),
    fc.oneof(fc.constant(0), fc.nat({ max: 2000 })),
  )
  .map(([file, changes, cut]) => {
    let bytes = Buffer.from(file.subarray(0, Math.max(16, file.length - cut)));
    for (const [place, noise, isInserted] of changes) {
      const at = 12 + (place % (bytes.length - 12));
      const rest = bytes.subarray(isInserted ? at : at + noise.length);
      bytes = Buffer.concat([bytes.subarray(0, at), noise, rest]);
    }
    return bytes;
  });

describe('any file', () => {
  test('comes to an end, in words', () => {
    fc.assert(
      fc.property(changed, (bytes) => {
        const metadata = inspectContainer(bytes)?.metadata ?? [];
        expect(metadata).toEqual([...new Set(metadata)].sort());
      }),
      { numRuns: 2_000 },
    );
  });

  test('has parts in order that cover it', () => {
    fc.assert(
      fc.property(changed, (bytes) => {
        let at = 0;
        for (const { start, end } of formatOf(bytes)?.walk(bytes) ?? []) {
          // Bytes that fill up before the end of a JPEG belong to no part.
          expect(bytes.subarray(at, start).every((byte) => byte === 0xff)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(at === end ? 0 : at);
          at = Math.max(at, end);
        }
        if (formatOf(bytes) !== undefined) expect(at).toBe(bytes.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that could be stripped tells nothing more, and stays as it is', () => {
    let stripped = 0;
    fc.assert(
      fc.property(changed, (bytes) => {
        const clean = stripContainer(bytes);
        if (clean === undefined) return;
        stripped += 1;
        expect(inspectContainer(clean)?.metadata).toEqual([]);
        expect(stripContainer(clean)?.equals(clean)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(stripped).toBeGreaterThan(100);
  });
});

test('every sample can be stripped', () => {
  for (const file of files) {
    const clean = stripContainer(file);
    expect(clean && inspectContainer(clean)?.metadata).toEqual([]);
  }
});

const repeat = (piece: string, size: number): Buffer =>
  Buffer.from(piece.repeat(Math.ceil(size / piece.length)), 'latin1');

/** Files of as many and as small parts as their format allows, of parts in parts, and of lengths that lie. */
const HOSTILE: readonly (readonly [string, (size: number) => Buffer])[] = [
  [
    'JPEG of empty comments',
    (size) => repeat('\xff\xd8\xff\xfe\0\x02', size).fill('\xff\xfe\0\x02', 2, undefined, 'latin1'),
  ],
  [
    'JPEG of fill bytes',
    (size) => Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(size, 0xff)]),
  ],
  [
    'JPEG of stuffed bytes',
    (size) =>
      Buffer.concat([Buffer.from('\xff\xd8\xff\xda\0\x02', 'latin1'), repeat('\xff\0', size)]),
  ],
  [
    'JPEG of tables and scans',
    (size) => {
      const frame = Buffer.from('ffd8ffc0000b080008000801011100', 'hex');
      const codes = `ffc40014${'00'.repeat(16)}0100`;
      const one = `${codes}${codes.replace('ffc4001400', 'ffc4001410')}ffda0008010100003f00aa`;
      return Buffer.concat([frame, repeat(Buffer.from(one, 'hex').toString('latin1'), size)]);
    },
  ],
  [
    'PNG of empty chunks',
    (size) =>
      Buffer.concat([
        Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
        repeat('\0\0\0\0tEXt\0\0\0\0', size),
      ]),
  ],
  [
    'GIF of empty comments',
    (size) =>
      Buffer.concat([Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'), repeat('!\xfe\0', size)]),
  ],
  [
    'WebP of empty chunks',
    (size) => {
      const bytes = repeat('NOTE\0\0\0\0', size);
      bytes.write('RIFF\0\0\0\0WEBP', 'latin1');
      bytes.writeUInt32LE(bytes.length - 8, 4);
      return bytes;
    },
  ],
  [
    'AVIF of empty boxes',
    (size) =>
      Buffer.concat([
        Buffer.from('\0\0\0\x10ftypavif\0\0\0\0', 'latin1'),
        repeat('\0\0\0\x08free', size),
      ]),
  ],
  [
    'film of empty boxes',
    (size) =>
      Buffer.concat([
        Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1'),
        repeat('\0\0\0\x08trak', size),
      ]),
  ],
  [
    'film of boxes in boxes',
    (size) => {
      const boxes = Array.from({ length: size / 8 }, (_, index) => {
        const box = Buffer.from('\0\0\0\0udta', 'latin1');
        box.writeUInt32BE(size - index * 8);
        return box;
      });
      return Buffer.concat([Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1'), ...boxes]);
    },
  ],
  [
    'film of 64-bit boxes',
    (size) =>
      Buffer.concat([
        Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1'),
        repeat('\0\0\0\x01moov\xff\xff\xff\xff\xff\xff\xff\xff', size),
      ]),
  ],
  [
    'WebM of empty elements',
    (size) =>
      Buffer.concat([Buffer.from('\x1a\x45\xdf\xa3\x80', 'latin1'), repeat('\xec\x80', size)]),
  ],
  ['Ogg of empty pages', (size) => repeat(`OggS${'\0'.repeat(23)}`, size)],
  [
    'MP3 of beginnings',
    (size) => Buffer.concat([Buffer.from('ID3'), repeat('\xff\xfb\x90', size)]),
  ],
];

test.each(HOSTILE)('time grows with the length of a %s', (_, build) => {
  const time = (size: number): number => {
    const bytes = build(size);
    const before = process.cpuUsage();
    inspectContainer(bytes);
    stripContainer(bytes);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const times = (size: number): number[] => [time(size), time(size), time(size)];
  times(100_000);
  // Four times the bytes; where time grew with their square it would be 16 times as long. What the collection of
  // garbage adds now and then is left out of the longer time, not of the shorter.
  const small = Math.max(...times(400_000), 5);
  expect(Math.min(...times(1_600_000))).toBeLessThan(10 * small);
});
