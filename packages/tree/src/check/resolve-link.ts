import { decodeSegment, isDouble, isSingle, type UnreadSegment } from '@tamizdat/body/site-path';
import { splitAddress } from '../links/internal-link.ts';

export type ResolvedLink =
  | { kind: 'outside' | UnreadSegment }
  /** `path` is decoded; it ends with a slash, or is empty, when the link names a folder. */
  | { kind: 'inside'; path: string; fragment: string };

/** Follows a relative reference from the file at tree path `from`, without leaving the tree. */
export function resolveLink(from: string, address: string): ResolvedLink {
  const { path, suffix } = splitAddress(address);
  const hash = suffix.indexOf('#');
  const fragment = decodeFragment(
    hash === -1 ? '' : (suffix.slice(hash + 1).split(':~:')[0] ?? ''),
  );
  if (fragment === undefined) return { kind: 'percent' };
  if (path === '') return { kind: 'inside', path: from, fragment };
  const segments = from.split('/').slice(0, -1);
  const written = path.replaceAll('\\', '/').split('/');
  for (const segment of written) {
    if (isDouble(segment) && segments.pop() === undefined) return { kind: 'outside' };
    if (isDouble(segment) || isSingle(segment)) continue;
    const read = decodeSegment(segment);
    if ('unread' in read) return { kind: read.unread };
    segments.push(read.name);
  }
  const last = written.at(-1) ?? '';
  const namesFolder = isSingle(last) || isDouble(last);
  return { kind: 'inside', path: segments.join('/') + (namesFolder ? '/' : ''), fragment };
}

function decodeFragment(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
