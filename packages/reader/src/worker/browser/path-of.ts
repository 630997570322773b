/**
 * The path in the tree that an address below the scope asks for.
 * @returns undefined where it is outside the tree: in `release/`, elsewhere, or not to be decoded
 */
export function pathOf(url: string, scope: string): string | undefined {
  const bare = url.replace(/[?#].*$/s, '');
  if (!bare.startsWith(scope)) return undefined;
  try {
    const path = decodeURIComponent(bare.slice(scope.length)).normalize();
    if (/^release(?:\/|$)/i.test(path)) return undefined;
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
}
