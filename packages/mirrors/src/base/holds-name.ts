/**
 * Whether bytes hold an address under a wildcard: a server that puts the name it was asked under into a file that holds
 * this very name already makes bytes that nobody can undo (SPEC 8.6).
 * @param wildcard Such as `https://*.example.net/`.
 */
export function holdsName(bytes: Uint8Array, wildcard: string): boolean {
  const [before = '', after = ''] = wildcard.split('*');
  const text = Buffer.from(bytes).toString('latin1');
  let from = text.indexOf(before);
  while (from !== -1) {
    const at = from + before.length;
    const label = /^[a-z0-9-]{1,63}/.exec(text.slice(at, at + 63))?.[0];
    if (label !== undefined && text.startsWith(after, at + label.length)) return true;
    from = text.indexOf(before, at);
  }
  return false;
}
