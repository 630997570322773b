import { isIP } from 'node:net';
import { LABEL_MAX } from '../limits.ts';
import { AddressError } from './address-error.ts';

/** Where names are made: what a name is put before, and whether a server answers for every one. */
export interface Well {
  /** The part of the host below which names are: `example.net`. */
  domain: string;
  /** The address of a name. */
  addressOf: (label: string) => string;
  /** The host that a name has to lead to by DNS; undefined where a wildcard answers for all. */
  host: string | undefined;
}

/** Whether an address stands for every name of its domain: `https://*.example.net/`. */
export const isWildcard = (base: string): boolean => base.startsWith('https://*.');

/**
 * Finds out how names of a mirror are written.
 * @param domain For a mirror without a wildcard: the end of its host below which names are made.
 * @throws AddressError `no-names-under`
 */
export function openWell(base: string, domain?: string): Well {
  const url = new URL(base);
  const { hostname } = url;
  const below = isWildcard(base) ? hostname.slice(2) : domain;
  const isFit =
    below !== undefined &&
    !below.includes('*') &&
    url.protocol === 'https:' &&
    isIP(below) === 0 &&
    below.includes('.') &&
    !below.endsWith('.onion') &&
    `.${hostname}`.endsWith(`.${below}`) &&
    below.length + LABEL_MAX < 253;
  if (!isFit) throw new AddressError('no-names-under');
  return {
    domain: below,
    addressOf: (label) => base.replace(`//${hostname}`, `//${label}.${below}`),
    host: isWildcard(base) ? undefined : hostname,
  };
}

/** The domain of an address: its host without the first part. Names of one domain often die together. */
export const domainOf = (base: string): string =>
  /^https?:\/\/[^./]+\.([^/:]+)/.exec(base)?.[1] ?? '';
