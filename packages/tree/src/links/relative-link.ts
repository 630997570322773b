import { resolveDots } from '@tamizdat/body/site-path';
import { splitAddress } from './internal-link.ts';

/**
 * Gives the link that leads from the page at tree path `from` to `to`, never root-absolute.
 *
 * @param from A tree path without leading slash, such as `en/2026/11/22/a.html`.
 * @param to A tree path in URL syntax (percent-encoded where needed), with optional `?query` and `#fragment`. A path
 *   that ends with a slash, or is empty, means its `index.html`, which is written out. Dot segments are resolved;
 *   they cannot leave the tree.
 */
export function relativeLink(from: string, to: string): string {
  const { path, suffix } = splitAddress(to);
  const target = resolveSegments(path);
  const here = from.split('/').slice(0, -1);
  let shared = 0;
  while (shared < here.length && shared < target.length - 1 && here[shared] === target[shared]) {
    shared += 1;
  }
  const up = '../'.repeat(here.length - shared);
  return guardFirstSegment(up + target.slice(shared).join('/')) + suffix;
}

/** Gives the segments of a tree path without dot segments; the last one names a file. */
export function resolveSegments(path: string): string[] {
  const segments = resolveDots(path);
  if (segments.at(-1) === '' || segments.length === 0) {
    segments.splice(-1, 1, 'index.html');
  }
  return segments;
}

/** A first segment with a colon would read as a scheme, an empty one as a root. */
function guardFirstSegment(link: string): string {
  const first = link.slice(0, link.indexOf('/') + 1 || undefined);
  return first === '/' || first.includes(':') ? `./${link}` : link;
}
