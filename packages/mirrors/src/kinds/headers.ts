import { PAGE_SECONDS, WORKER_SECONDS } from '../limits.ts';

/** What never changes under its name: a year, as RFC 9111 caches and browsers (`immutable`, RFC 8246) take it. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What says what is newest must come from the mirror itself. */
const NEVER = 'no-store';

const PAGE = `public, max-age=${PAGE_SECONDS}`;

/** Of the readers' worker (docs/readers.md); its parts are named by their hash. */
const WORKER = `public, max-age=${WORKER_SECONDS}`;
const WORKER_SCRIPTS = new Set(['worker.js', 'reader.js']);

const HEADS = new Set(['bundle.json', 'timestamp.json', 'pending.json', 'published.json']);

/** `Cache-Control` of a file on a mirror. */
export function cacheControl(path: string): string {
  const name = /^release\/(.+)$/.exec(path)?.[1];
  if (name !== undefined) return HEADS.has(name) ? NEVER : FOR_EVER;
  if (WORKER_SCRIPTS.has(path)) return WORKER;
  return /^(?:media|reader)\//.test(path) ? FOR_EVER : PAGE;
}

/** Whether a file is worth storing compressed: pages, feeds and data; what `release/` holds is read as it is. */
export function isCompressible(path: string): boolean {
  return !path.startsWith('release/') && /\.(?:html|xml|json)$/.test(path);
}
