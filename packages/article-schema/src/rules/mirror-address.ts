/** What an address is not, where it cannot be a mirror's. */
export type AddressFault = 'credentials' | 'form' | 'not-https' | 'more' | 'page' | 'characters';

/** An address as programs compare it, or what is wrong with it. */
export type JudgedAddress = { base: string } | { fault: AddressFault };

/** What base addresses are made of (packages/release/SPEC.md, 8.1). */
const PLAIN = /^https?:\/\/[a-z0-9-._~:[\]]+\/(?:[A-Za-z0-9-._~:[\]]+\/)*$/;

/**
 * The base address of a mirror in its one form: host in lower case, no port that goes without saying,
 * “/” at the end (packages/release/SPEC.md, 8.1). http only for onion services and this machine.
 */
export function baseAddress(address: string): JudgedAddress {
  if (address.includes('@')) return { fault: 'credentials' };
  if (!/^https?:\/\/[^/\\\s]/i.test(address) || !URL.canParse(address)) return { fault: 'form' };
  const { protocol, hostname, host, pathname, search, hash } = new URL(address);
  if (protocol === 'http:' && !isOnion(hostname) && !isLoopback(hostname)) {
    return { fault: 'not-https' };
  }
  if (search !== '' || hash !== '' || /[?#]$/.test(address)) return { fault: 'more' };
  if (/\.html?\/?$/i.test(pathname)) return { fault: 'page' };
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const base = `${protocol}//${host.replace(/\.(?=$|:)/, '')}${path}`;
  return PLAIN.test(base) ? { base } : { fault: 'characters' };
}

/** Whether an address holds a name or password before its host, of whatever scheme. */
export const hasCredentials = (address: string): boolean =>
  /^[^/]*\/\/[^/?#\s]*@/.test(address.replaceAll('\\', '/'));

/** Whether a host is an onion service. */
export const isOnion = (hostname: string): boolean => /\.onion\.?$/i.test(hostname);

/** Whether a host is this machine: such addresses never leave it. */
const isLoopback = (hostname: string): boolean =>
  /^(?:(?:.+\.)?localhost\.?|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(hostname);
