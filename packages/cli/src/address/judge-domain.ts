import { labelUnder, type Mirror, type Outlet, wildcardAddress } from '@tamizdat/article-schema';
import { AddressError, domainOf } from '@tamizdat/mirrors/addresses';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** Whether names directly under a domain are one owner's: what `check` says of a wildcard is said here too. */
const isOwned = (domain: string): boolean => {
  const judged = wildcardAddress(`https://*.${domain}/`);
  return judged !== undefined && 'wildcard' in judged;
};

/**
 * Refuses a domain under which an outlet's names cannot be: one where anybody can have a name, or the outlet's own.
 * @throws AddressError `no-names-under`, UsageError
 */
export function refuseDomain(
  domain: string,
  { origin, tagAuthority }: Pick<Outlet, 'origin' | 'tagAuthority'>,
): void {
  if (!isOwned(domain)) throw new AddressError('no-names-under');
  const own = [new URL(origin).hostname, tagAuthority.domain];
  if (!own.some((one) => isWithin(domain, one) || isWithin(one, domain))) return;
  throw new UsageError(
    say({
      en: `Names under ${domain} would tell whose they are: it is the outlet’s own domain. Take one that says nothing.`,
      ru: `Имена в ${domain} выдали бы, чьи они: это домен самого издания. Возьмите домен, который ни о чём не говорит.`,
    }),
  );
}

const isWithin = (one: string, other: string): boolean => `.${one}`.endsWith(`.${other}`);

/** What a host's name may be in a list. */
const LABEL = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether an address is a name of a mirror that the outlet names elsewhere than in the book, which may have been altered. */
export function isCovered(
  { label, base }: { label: string; base: string },
  mirrors: readonly Pick<Mirror, 'base' | 'wildcard'>[],
): boolean {
  if (!LABEL.test(label)) return false;
  return mirrors.some((mirror) => {
    if (mirror.wildcard !== undefined) return labelUnder(mirror.wildcard, base) === label;
    if (mirror.base === base) return true;
    const [one, known] = [new URL(base), new URL(mirror.base)];
    const domain = domainOf(base);
    const isPlace = one.pathname === known.pathname && one.port === known.port;
    return isPlace && isOwned(domain) && isWithin(known.hostname, domain);
  });
}
