import type { TreeFile } from '@tamizdat/verify';
import { ORIGIN } from '../sample-outlet.ts';
import { sha256 } from '../../src/tree/sha256.ts';

/** Bytes that were served for a file, and what they are. */
export interface FileCase {
  name: string;
  clause: string;
  file: TreeFile;
  served: Uint8Array<ArrayBuffer>;
  /** Base address they were fetched under. */
  base?: string;
  /** A code, or nothing for genuine bytes. */
  expect?: string;
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function fileOf(path: string, text: string, rebased = false): TreeFile {
  return { path, size: encode(text).length, hash: sha256(text), type: 'application/xml', rebased };
}

const PAGE = '<p>Вода в Тиглинске</p>';
const page = fileOf('ru/voda.html', PAGE);
const LONG = 'https://a-much-longer-mirror.example/with/a/path/';
const FEED = `<link>${ORIGIN}ru/</link><link>${ORIGIN}</link>`;
const feed = fileOf('ru/feed.xml', FEED, true);
const fixed = fileOf('ru/fixed.xml', FEED);
const on = (base: string): string => FEED.replaceAll(ORIGIN, base);
const OWN = `${FEED}<b>${LONG}</b>`;
const own = fileOf('ru/own.xml', OWN, true);
const genuine = '';

const cases: [string, string, TreeFile, string, string, string?][] = [
  ['a page as signed', '10.3', page, PAGE, genuine],
  ['a page with one letter changed', '10.3', page, PAGE.replace('В', 'Б'), 'file-mismatch'],
  ['a page cut short', '10.3', page, PAGE.slice(0, -1), 'file-mismatch'],
  ['a page with something behind it', '10.3', page, `${PAGE} `, 'file-mismatch'],
  ['a page that is empty', '10.3', page, '', 'file-mismatch'],
  ['another genuine file in its place', '10.3', page, FEED, 'file-mismatch'],
  ['a feed as signed', '8.3', feed, FEED, genuine, LONG],
  ['a feed with the mirror’s base', '8.3', feed, on(LONG), genuine, LONG],
  ['a feed with a shorter base', '8.3', feed, on('http://b.io/'), genuine, 'http://b.io/'],
  [
    'a feed with the base of another mirror',
    '8.3',
    feed,
    on('https://evil.example/'),
    'file-mismatch',
    LONG,
  ],
  [
    'a feed with the mirror’s base and a letter changed',
    '8.3',
    feed,
    on(LONG).replace('ru', 'en'),
    'file-mismatch',
    LONG,
  ],
  ['a file that no base may be put into', '8.2', fixed, on(LONG), 'file-mismatch', LONG],
  ['a feed whose signed bytes hold the mirror’s base, left alone', '8.4', own, OWN, genuine, LONG],
  [
    'the same with the mirror’s base put in',
    '8.4',
    own,
    OWN.replaceAll(ORIGIN, LONG),
    'file-mismatch',
    LONG,
  ],
];

export const fileCases: readonly FileCase[] = [
  ...cases.map(([name, clause, file, served, expect, base]) => ({
    name,
    clause,
    file,
    served: encode(served),
    ...(base !== undefined && { base }),
    ...(expect !== '' && { expect }),
  })),
  {
    name: 'bytes that are no text, with the mirror’s base among them',
    clause: '8.3',
    file: {
      path: 'x.xml',
      size: 2 + ORIGIN.length,
      hash: sha256(Buffer.concat([Buffer.of(0xff), Buffer.from(ORIGIN), Buffer.of(0xfe)])),
      type: 'application/xml',
      rebased: true,
    },
    served: new Uint8Array(Buffer.concat([Buffer.of(0xff), Buffer.from(LONG), Buffer.of(0xfe)])),
    base: LONG,
  },
];
