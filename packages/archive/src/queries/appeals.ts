import type { Appeal } from '@tamizdat/article-schema';
import { instantOf } from '../instant.ts';

/**
 * The appeal that an edition shows at the clock: of those whose time it is, the one that began last; of those that
 * began together, the first by name. One without `from` gives way to any other.
 */
export function currentAppeal(
  appeals: readonly Appeal[],
  lang: string,
  clock: string,
): Appeal | undefined {
  const now = instantOf(clock);
  return appeals
    .filter((appeal) => appeal.lang === lang && began(appeal) <= now && now < ended(appeal))
    .sort((a, b) => compare(began(b), began(a)) || compare(a.name, b.name))[0];
}

/** In code units: the order never depends on the machine's language. */
const compare = <Value extends number | string>(a: Value, b: Value): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** Rounded up to the second, as the clock is. */
const seconds = (timestamp: string): number => Math.ceil(instantOf(timestamp) / 1000) * 1000;

const began = ({ from }: Appeal): number => (from === undefined ? -Infinity : seconds(from));
const ended = ({ until }: Appeal): number => (until === undefined ? Infinity : seconds(until));
