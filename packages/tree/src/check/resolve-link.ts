import { splitAddress } from '../links/internal-link.ts';

export type ResolvedLink =
  | { kind: 'outside' }
  | { kind: 'malformed' }
  /** `path` is decoded; it ends with a slash, or is empty, when the link names a folder. */
  | { kind: 'inside'; path: string; fragment: string };

/** Follows a relative reference from the file at tree path `from`, without leaving the tree. */
export function resolveLink(from: string, address: string): ResolvedLink {
  const { path, suffix } = splitAddress(address);
  const hash = suffix.indexOf('#');
  const decodedPath = decodePart(path.replaceAll('\\', '/'));
  const fragment = decodePart(hash === -1 ? '' : (suffix.slice(hash + 1).split(':~:')[0] ?? ''));
  if (decodedPath === undefined || fragment === undefined) return { kind: 'malformed' };
  if (path === '') return { kind: 'inside', path: from, fragment };
  const segments = from.split('/').slice(0, -1);
  for (const segment of decodedPath.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return { kind: 'outside' };
    if (segment !== '..' && segment !== '.') segments.push(segment);
  }
  const namesFolder = /(?:^|\/)\.{1,2}$/.test(decodedPath);
  return { kind: 'inside', path: segments.join('/') + (namesFolder ? '/' : ''), fragment };
}

function decodePart(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
