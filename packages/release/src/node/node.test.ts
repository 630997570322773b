import { decodeNode, fromHex } from '@tamizdat/verify/format';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleFile } from '../../testing/sample-files.ts';
import { encodeNode, encodeVarint, joinBytes } from './encode-node.ts';

const LEAF = encodeNode({
  level: 0,
  files: [sampleFile('ru/a.html', 3), sampleFile('ru/ab.xml', 8_192), sampleFile('ru/ё.html', 7)],
  blocks: [],
});

const INDEX = encodeNode({
  level: 1,
  children: ['', 'en/', 'en/2', 'ru'].map((key) => ({ key, hash: 'ab'.repeat(32) })),
});

test('a node that was written reads the same', () => {
  expect(encodeNode(decodeNode(LEAF))).toEqual(LEAF);
  expect(encodeNode(decodeNode(INDEX))).toEqual(INDEX);
});

test('what is accepted has one encoding: a changed byte is refused or read as something else that writes the same bytes (SPEC 5.3 to 5.10)', () => {
  const change = fc.record({
    node: fc.constantFrom(LEAF, INDEX),
    at: fc.nat(INDEX.length - 1),
    byte: fc.integer({ min: 0, max: 255 }),
    cut: fc.nat(3),
  });
  fc.assert(
    fc.property(change, ({ node, at, byte, cut }) => {
      const bytes = node.slice(0, node.length - cut);
      bytes[at] = byte;
      const decoded = tryDecode(bytes);
      if (decoded !== undefined) expect(encodeNode(decoded)).toEqual(bytes);
    }),
    { numRuns: 5_000 },
  );
});

test('any bytes are read or refused, never more', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
      tryDecode(joinBytes([Uint8Array.of(1, tail[0] ?? 0), tail]));
    }),
    { numRuns: 5_000 },
  );
});

function tryDecode(bytes: Uint8Array): ReturnType<typeof decodeNode> | undefined {
  try {
    return decodeNode(bytes);
  } catch (error) {
    expect(error).toMatchObject({ name: 'ReleaseError', code: 'bad-node' });
    return undefined;
  }
}

const hash = fromHex('ab'.repeat(32));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const head = (level: number): Uint8Array => Uint8Array.of(1, level);

/** A leaf of one file, in which every part can be another. */
function leaf(
  parts: Partial<Record<'types' | 'blocks' | 'count' | 'key' | 'size' | 'flags', Uint8Array>>,
): Uint8Array {
  const {
    types = joinBytes([Uint8Array.of(1, 9), text('text/html')]),
    blocks = Uint8Array.of(0),
    count = Uint8Array.of(1),
    key = joinBytes([Uint8Array.of(0, 1), text('a')]),
    size = Uint8Array.of(3),
    flags = Uint8Array.of(0),
  } = parts;
  return joinBytes([head(0), types, blocks, count, key, size, flags, hash]);
}

/** A leaf of two files and types, the files having the types with these numbers. */
function twoTypes(one: number, other: number, ...types: [string, string]): Uint8Array {
  const list = types.flatMap((type) => [Uint8Array.of(type.length), text(type)]);
  const file = (name: string, type: number): Uint8Array[] => [
    joinBytes([Uint8Array.of(0, 1), text(name)]),
    Uint8Array.of(3, type * 2),
    hash,
  ];
  const files = [...file('a', one), ...file('b', other)];
  return joinBytes([head(0), Uint8Array.of(2), ...list, Uint8Array.of(0, 2), ...files]);
}

test('two types in the order of their use are right', () => {
  expect(decodeNode(twoTypes(0, 1, 'text/html', 'a/b'))).toMatchObject({ level: 0 });
});

test('a node of more than 4,096 bytes is refused, however well-formed (SPEC 5.2)', () => {
  const files = Array.from({ length: 99 }, (_, at) => sampleFile(`${at + 100}.html`, 10));
  const bytes = encodeNode({ level: 0, files: files.slice(0, 90), blocks: [] });
  expect(decodeNode(bytes)).toMatchObject({ level: 0 });
  const large = encodeNode({ level: 0, files, blocks: [] });
  expect(large.length).toBeGreaterThan(4_096);
  expect(() => decodeNode(large)).toThrow('bad-node');
});

test('the leaf that the cases below alter is right', () => {
  expect(decodeNode(leaf({}))).toMatchObject({
    files: [{ path: 'a', size: 3, type: 'text/html' }],
  });
});

test.each<[string, Uint8Array]>([
  ['no bytes', new Uint8Array()],
  ['another version', Uint8Array.of(2, 0, 0, 0, 0)],
  ['a level above 8', joinBytes([head(9), Uint8Array.of(1, 0, 0), hash])],
  ['an index without children', joinBytes([head(1), Uint8Array.of(0)])],
  ['bytes after the end', joinBytes([leaf({}), Uint8Array.of(0)])],
  ['more bytes than a node may have', joinBytes([leaf({}), new Uint8Array(4_096)])],
  ['a number in more bytes than it needs', leaf({ size: Uint8Array.of(0x83, 0) })],
  ['a number above 2^32', leaf({ size: Uint8Array.of(0x81, 0x80, 0x80, 0x80, 0x10) })],
  ['a number without end', leaf({ size: new Uint8Array(12).fill(0x80) })],
  ['a type that is not listed', leaf({ flags: Uint8Array.of(2) })],
  ['a type number that overflows', leaf({ flags: encodeVarint(2 ** 32) })],
  [
    'a type that no file uses',
    leaf({
      types: joinBytes([Uint8Array.of(2, 9), text('text/html'), Uint8Array.of(3), text('a/b')]),
    }),
  ],
  [
    'a type with a parameter that is not allowed',
    leaf({ types: joinBytes([Uint8Array.of(1, 11), text('text/html;x')]) }),
  ],
  ['a type with a line break', leaf({ types: joinBytes([Uint8Array.of(1, 4), text('a/b\n')]) })],
  ['too few blocks', leaf({ size: encodeVarint(9_000) })],
  ['too many blocks', leaf({ blocks: joinBytes([Uint8Array.of(1), hash]) })],
  ['types not in the order of their use', twoTypes(1, 0, 'text/html', 'a/b')],
  ['a type listed twice', twoTypes(0, 1, 'a/b', 'a/b')],
  ['a path that is not strict', leaf({ key: joinBytes([Uint8Array.of(0, 2), text('..')]) })],
  ['a path that is not UTF-8', leaf({ key: Uint8Array.of(0, 1, 0xff) })],
  ['a path that shares with nothing', leaf({ key: joinBytes([Uint8Array.of(1, 1), text('a')]) })],
  ['a key above U+FFFF', joinBytes([head(1), Uint8Array.of(1, 0, 4), text('😀'), hash])],
  [
    'keys in disorder',
    joinBytes([
      head(1),
      Uint8Array.of(2, 0, 1),
      text('b'),
      hash,
      Uint8Array.of(0, 1),
      text('a'),
      hash,
    ]),
  ],
  [
    'a key twice',
    joinBytes([head(1), Uint8Array.of(2, 0, 1), text('b'), hash, Uint8Array.of(1, 0), hash]),
  ],
  [
    'a key that shares more than it says',
    joinBytes([
      head(1),
      Uint8Array.of(2, 0, 1),
      text('b'),
      hash,
      Uint8Array.of(0, 2),
      text('bc'),
      hash,
    ]),
  ],
])('%s is refused (SPEC 5.8)', (_, bytes) => {
  expect(() => decodeNode(bytes)).toThrow('bad-node');
});
