/**
 * Cleans an address as the URL parser does before it reads it (WHATWG URL 4.4): no control characters or
 * spaces around it, no tabs or line ends in it.
 */
export function cleanAddress(address: string): string {
  let start = 0;
  let end = address.length;
  // Loops, because an expression anchored at the end takes quadratic time on inner white space.
  while (start < end && address.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && address.charCodeAt(end - 1) <= 0x20) end -= 1;
  return address.slice(start, end).replace(/[\t\n\r]/g, '');
}

/** An address that starts at the site's root: one slash. Two slashes, or a backslash, name another host. */
export function isRootAbsolute(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

/** `//host/…`, in any of the spellings that browsers take for it. */
export function isProtocolRelative(address: string): boolean {
  return /^[/\\]{2}/.test(address);
}

/** Gives the scheme in lower case without its colon, or undefined for a relative reference. */
export function findScheme(address: string): string | undefined {
  return /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase();
}

/** Cuts an address into its path and what follows it: `?query` and `#fragment`. */
export function splitAddress(address: string): { path: string; suffix: string } {
  const cut = address.search(/[?#]/);
  return cut === -1
    ? { path: address, suffix: '' }
    : { path: address.slice(0, cut), suffix: address.slice(cut) };
}
