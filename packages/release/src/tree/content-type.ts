import { sha256 } from './sha256.ts';

const UTF8 = '; charset=utf-8';

/** Content types by ending (SPEC 4.2). What is not here is bytes to be saved, which no browser runs. */
const TYPES: Readonly<Record<string, string>> = {
  asc: `text/plain${UTF8}`,
  avif: 'image/avif',
  bin: 'application/octet-stream',
  car: 'application/vnd.ipld.car',
  css: `text/css${UTF8}`,
  csv: `text/csv${UTF8}`,
  epub: 'application/epub+zip',
  gif: 'image/gif',
  html: `text/html${UTF8}`,
  ico: 'image/x-icon',
  ics: `text/calendar${UTF8}`,
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: `text/javascript${UTF8}`,
  json: 'application/json',
  m4a: 'audio/mp4',
  map: 'application/json',
  mjs: `text/javascript${UTF8}`,
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  torrent: 'application/x-bittorrent',
  txt: `text/plain${UTF8}`,
  vtt: `text/vtt${UTF8}`,
  wasm: 'application/wasm',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
  zip: 'application/zip',
};

/** The content type that the tree gives a file, by the ending of its name. */
export function contentTypeOf(path: string): string {
  const ending = /[^/]\.([^./]+)$/.exec(path)?.[1] ?? '';
  const known = ending.toLowerCase();
  return (Object.hasOwn(TYPES, known) ? TYPES[known] : undefined) ?? OTHER;
}

const OTHER = 'application/octet-stream';

/**
 * Files whose links cannot be relative, by their names as SPEC 8.2 has them: releases know nothing of the table of pages.
 * `address-forms.test.ts` in the `tamizdat` command holds the two together.
 */
const REBASED =
  /^(?:404\.html|robots\.txt)$|\.xml$|(?:^|\/)feed\.json$|\/\d{4}\/\d{2}\/\d{2}\/[^/]+\.txt$/;

/** Whether a mirror may put its base address into a file (SPEC 8.2). */
export function isRebased(path: string): boolean {
  return REBASED.test(path);
}

/**
 * Stands for what is decided here. A tree that was built under another one has to be read again: its files may get
 * other types though none of them changed.
 */
export const TYPING = sha256(JSON.stringify([TYPES, OTHER, REBASED.source]));
