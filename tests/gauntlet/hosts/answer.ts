import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { contentTypeOf } from '@tamizdat/release';
import { PIECE_BYTES } from '../limits.ts';
import type { ReleaseName, Serving } from './serving.ts';

/** What a host says to one request, before it is compressed or cut into a range. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** What the host does once this is sent. */
  then?: 'die';
}

/** Folders of the outlet's states, absolute. */
export type Folders = Readonly<Record<ReleaseName, string>>;

/** A word of every page of the outlet, and what liars put in its place: of the same length, as a careful one would. */
export const WORD = ['река', 'реки'] as const;

/** What seizers and portals show. No page of the outlet holds it. */
export const FOREIGN_TEXT = 'Доступ к информационному ресурсу ограничен';

const WORKER_SCRIPTS = /^(?:worker\.js|reader\.js|reader\/.+\.js)$/;

/** What a host that serves so answers to a path, without its leading slash. */
export function answer(serving: Serving, folders: Folders, address: string): Answer {
  const from = (name: ReleaseName): Answer => readFrom(folders[name], address);
  const isPage = address.endsWith('.html') || address === '' || address.endsWith('/');
  const isHead = /^release\/(?:bundle|timestamp|\d+\.\w+|targets\/.+)(?:\.json)$/.test(address);
  switch (serving.kind) {
    case 'site':
      return from(serving.release);
    case 'block-page':
      return foreignPage(serving.status);
    case 'redirect':
      return { status: 302, headers: { location: serving.to }, body: Buffer.alloc(0) };
    case 'cut': {
      const whole = from(serving.release);
      return { ...whole, body: whole.body.subarray(0, whole.body.length >> 1) };
    }
    case 'altered-word':
      return isPage ? alterWord(from(serving.release)) : from(serving.release);
    case 'two-releases':
      return from(isPage ? serving.pages : serving.rest);
    case 'lagging':
      return from(isHead ? serving.head : serving.rest);
    case 'head-alone':
      return address.startsWith('release/') && !address.startsWith('release/files/')
        ? from(serving.release)
        : NOT_FOUND;
    case 'dies-after-page': {
      const given = from(serving.release);
      return isPage && given.status === 200 ? { ...given, then: 'die' } : given;
    }
    case 'poisoned-pieces':
      return isPage ? from(serving.release) : poison(from(serving.release));
    case 'seized':
      return seize(serving.script, address, from(serving.release));
    case 'empty':
      return NOT_FOUND;
  }
}

const NOT_FOUND: Answer = {
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<h1>404 Not Found</h1>'),
};

function readFrom(folder: string, address: string): Answer {
  const name = address === '' || address.endsWith('/') ? `${address}index.html` : address;
  const file = path.join(folder, name);
  if (!file.startsWith(`${folder}/`) || !statSync(file, { throwIfNoEntry: false })?.isFile())
    return NOT_FOUND;
  const headers = { 'content-type': contentTypeOf(name), 'cache-control': cacheFor(name) };
  return { status: 200, headers, body: readFileSync(file) };
}

/** As docs/hosting/nginx-root.conf has it. */
function cacheFor(name: string): string {
  if (/^release\/(?:timestamp|bundle)\.json$/.test(name)) return 'no-store';
  if (/^(?:worker|reader)\.js$/.test(name)) return 'public, max-age=86400';
  return /^(?:media|reader|release\/(?:nodes|files|targets))\//.test(name)
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=60, must-revalidate';
}

function foreignPage(status: number): Answer {
  const body = `<!doctype html><meta charset="utf-8"><title>${FOREIGN_TEXT}</title><h1>${FOREIGN_TEXT}</h1>`;
  return { status, headers: { 'content-type': 'text/html' }, body: Buffer.from(body) };
}

function alterWord(given: Answer): Answer {
  const body = Buffer.from(given.body.toString().replaceAll(...WORD));
  return { ...given, body };
}

function poison(given: Answer): Answer {
  if (given.body.length <= PIECE_BYTES) return given;
  const body = Buffer.from(given.body);
  const middle = body.length >> 1;
  body[middle] = (body[middle] ?? 0) ^ 1;
  return { ...given, body };
}

function seize(
  script: 'left' | 'altered' | 'missing' | 'clear-site-data',
  address: string,
  genuine: Answer,
): Answer {
  if (!WORKER_SCRIPTS.test(address)) {
    const page = address.endsWith('.html') ? alterWord(genuine) : genuine;
    if (script !== 'clear-site-data') return page;
    return { ...page, headers: { ...page.headers, 'clear-site-data': '"*"' } };
  }
  if (script === 'missing') return NOT_FOUND;
  if (script !== 'altered') return genuine;
  // Takes over at once, and has every address from the network as the seizers serve it.
  const body = `self.addEventListener('install',()=>self.skipWaiting());self.addEventListener('activate',(e)=>e.waitUntil(clients.claim()));`;
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript', 'cache-control': 'no-store' },
    body: Buffer.from(body),
  };
}
