import { expect, test } from 'vitest';
import { parseListing } from './branch-listing.ts';

const row = (size: number, name: string, mode = '100644', type = 'blob'): string =>
  `${mode} ${type} ${'0'.repeat(40)} ${size}\t${name}\0`;
const nodeName = (at: number): string =>
  `release/published/nodes/ab/${at.toString(16).padStart(62, '0')}`;

test('what is read together is bounded in sum before any of it is read: many names of one long node', () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, at) => row(4 * 2 ** 20, nodeName(at))).join('');
  expect(parseListing(rows(64)).size).toBe(64);
  expect(() => parseListing(rows(65))).toThrow(/foreign-branch[^]*272629760 > 268435456/);
  const pages = Array.from({ length: 65 }, (_, at) => row(2 ** 23, `tree/${at}.html`)).join('');
  expect(parseListing(pages).size).toBe(65);
});

test.each([
  ['a link', row(1, 'tree/a', '120000'), '120000 "tree/a"'],
  ['a folder', row(1, 'tree/a', '100644', 'tree'), '100644 "tree/a"'],
  ['a state that is too long', row(64 * 2 ** 20 + 1, 'release/state.json'), '67108865 '],
  ['a mark with something in it', row(1, 'release/unfinished'), '1 "release/unfinished"'],
  ['a page that is too long', row(2 ** 32 + 1, 'tree/a.html'), '4294967297 "tree/a.html"'],
  ['a part that is too long', row(2 ** 32 + 1, 'tree/a.part'), '4294967297 "tree/a.part"'],
  ['an archive that is too long', row(2 ** 32 + 1, 'tree/release/archives/a.car'), '4294967297 '],
  [
    'former bytes that are too long',
    row(2 ** 32 + 1, `release/former/ab/${'0'.repeat(62)}`),
    '4294',
  ],
  [
    'held bytes that are too long',
    row(2 ** 32 + 1, `tree/release/files/${'0'.repeat(64)}`),
    '4294',
  ],
  [
    'a bundle that is too long',
    row(65_537, 'tree/release/bundle.json'),
    '65537 "tree/release/bundle',
  ],
  [
    'a node that is too long',
    row(4 * 2 ** 20 + 1, nodeName(1)),
    '4194305 "release/published/nodes',
  ],
  ['former bytes under another name', row(1, 'release/former/ab/x'), '1 "release/former/ab/x"'],
  ['a name that steers a terminal', row(1, 'x/\u001b[2J'), String.raw`1 "x/\u001b[2J"`],
  ['a very long name', row(1, `x/${'a'.repeat(300)}`), `1 "x/${'a'.repeat(198)}"`],
])('%s is refused, and named', (_, listing, named) => {
  expect(() => parseListing(listing)).toThrow(/^foreign-branch/);
  expect(() => parseListing(listing)).toThrow(named);
});

test('of many faults ten are shown, and the others counted', () => {
  const many = Array.from({ length: 14 }, (_, at) => row(1, `x/${at}`)).join('');
  expect(() => parseListing(many)).toThrow(/"x\/9"\n {2}\+4\n/);
});

test('a branch of more files than any release has is refused before its names are read', () => {
  expect(() => parseListing(row(1, 'x').repeat(1_000_001))).toThrow('1000001 > 1000000');
});

test('what a release has passes, under the limits to the byte', () => {
  const names: [number, string][] = [
    [64 * 2 ** 20, 'release/state.json'],
    [0, 'release/unfinished'],
    [2 ** 32, 'tree/a.html'],
    [65_536, 'tree/release/bundle.json'],
    [4 * 2 ** 20, nodeName(1)],
    [2 ** 32, `release/former/ab/${'0'.repeat(62)}`],
    [1, 'tree/release/archives/a.car'],
    [1, 'tree/a.html.part'],
  ];
  const files = parseListing(names.map(([size, name]) => row(size, name)).join(''));
  expect([...files].map(([name, { size }]) => [size, name])).toEqual(names);
});

test.each([
  '../x',
  'release/../../x',
  'tree//x',
  'tree/release/../../x',
  'tree/Release/x',
  'other/x',
])('the name %s is none that a release has', (name) => {
  expect(() => parseListing(`100644 blob ${'0'.repeat(40)}       1\t${name}\0`)).toThrow(
    'foreign-branch',
  );
});

test('a name of release/ in capitals is none, even for a file that it has, and no letter of a name turns a line', () => {
  const row = (path: string): string => `100644 blob ${'0'.repeat(40)} 9\t${path}\0`;
  expect(() => parseListing(row('tree/release/bundle.json'))).not.toThrow();
  expect(() => parseListing(row('tree/RELEASE/bundle.json'))).toThrow('foreign-branch');
  expect(() => parseListing(row('evil\u202Etxt.exe'))).toThrow('9 "evil?txt.exe"');
});
