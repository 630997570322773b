import { type AddressFault, baseAddress, isOnion } from './mirror-address.ts';
import { isShared } from './shared-domains.ts';

/** What a wildcard address is not, where it cannot be a mirror's. */
export type WildcardFault =
  'wildcard-place' | 'wildcard-host' | 'wildcard-wide' | 'wildcard-shared';

/** A wildcard address in its one form, or what is wrong with it. */
export type JudgedWildcard = { wildcard: string } | { fault: AddressFault | WildcardFault };

/** Stands in for the “*” while the rest of an address is judged. */
const ANY = 'x';

/**
 * The address of a mirror that answers under every name of a domain, in its one form: `https://*.example.net/news/`.
 * The “*” is the whole first label and stands for one label, as in a certificate (RFC 9525, 6.3).
 * @returns undefined for an address without a “*”
 */
export function wildcardAddress(address: string): JudgedWildcard | undefined {
  if (!address.includes('*')) return undefined;
  if (address.includes('@')) return { fault: 'credentials' };
  const parts = /^(https?:\/\/)\*\.([^*/][^*]*)$/i.exec(address);
  if (parts === null) return { fault: 'wildcard-place' };
  const [, scheme = '', rest = ''] = parts;
  const judged = baseAddress(`${scheme}${ANY}.${rest}`);
  if ('fault' in judged) return judged;
  const fault = domainFault(new URL(judged.base).hostname.slice(ANY.length + 1));
  return fault === undefined ? { wildcard: judged.base.replace(`//${ANY}.`, '//*.') } : { fault };
}

/** Why a domain has no names of its own to give. */
function domainFault(domain: string): WildcardFault | undefined {
  if (isOnion(domain)) return 'wildcard-host';
  if (!domain.includes('.') && domain !== 'localhost') return 'wildcard-wide';
  return isShared(domain) ? 'wildcard-shared' : undefined;
}

/** The base address of one name of a wildcard: `https://vetla.example.net/`. */
export const baseOfName = (wildcard: string, label: string): string =>
  wildcard.replace('//*.', `//${label}.`);

/** The label of a base address under a wildcard; undefined where it is none of its names. */
export function labelUnder(wildcard: string, base: string): string | undefined {
  const label = /^https?:\/\/([a-z0-9-]+)\./.exec(base)?.[1];
  return label !== undefined && baseOfName(wildcard, label) === base ? label : undefined;
}

/** The addresses under which a mirror is announced: of a plain one its own, of a wildcard its names' in their order. */
export function basesOf({
  base,
  wildcard,
  names,
}: {
  base: string;
  wildcard?: string | undefined;
  names?: readonly string[] | undefined;
}): string[] {
  return wildcard === undefined
    ? [base]
    : (names ?? []).map((label) => baseOfName(wildcard, label));
}
