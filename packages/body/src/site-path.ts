/** How links within the site are read: the one judge of texts, of built pages and of what leads on. */

/**
 * Gives the segments of a path from the site’s root without those of dots; the last one is empty where the path names a
 * folder. Dots cannot lead above the root.
 * @param path Without query and fragment, in URL syntax.
 */
export function resolveDots(path: string): string[] {
  const written = path.replaceAll('\\', '/').split('/');
  const segments: string[] = [];
  for (const segment of written) {
    if (isDouble(segment)) segments.pop();
    else if (!isSingle(segment)) segments.push(segment);
  }
  const last = written.at(-1) ?? '';
  if (last !== '' && (isSingle(last) || isDouble(last))) segments.push('');
  return segments;
}

/** The URL parser takes `%2e` for a dot (WHATWG URL, "single-dot URL path segment"). */
export function isSingle(segment: string): boolean {
  return segment === '.' || /^%2e$/i.test(segment);
}

/** The same for two. */
export function isDouble(segment: string): boolean {
  return /^(?:\.|%2e){2}$/i.test(segment);
}

/** Why the name of a file or folder cannot be read out of a link. */
export type UnreadSegment = 'percent' | 'slash';

/**
 * Undoes percent-encoding, as every host and `file:` do before they look for a file. Not of a slash: to a browser it is
 * none (WHATWG URL decodes no path), so that relative links of the page lead elsewhere; nginx and stores find a file by
 * it, Apache and `file:` find nothing.
 */
export function decodeSegment(segment: string): { name: string } | { unread: UnreadSegment } {
  let name: string;
  try {
    name = decodeURIComponent(segment);
  } catch {
    return { unread: 'percent' };
  }
  return /[/\\]/.test(name) ? { unread: 'slash' } : { name };
}

/** Whether a fragment, decoded, is a page’s start on every page (HTML, “find a potential indicated element”). */
export function isPageStart(fragment: string): boolean {
  return fragment === '' || /^top$/i.test(fragment);
}
