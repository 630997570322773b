import { isIP } from 'node:net';
import { domainOf } from '../addresses/name-under.ts';

/**
 * Puts mirrors of one domain together, in their order. Mostly they are one server: who looks at them at once opens so many
 * connections to one network that a provider which counts them silences it, and the watch would find a block of its own making.
 */
export function groupByDomain<Mirror extends { base: string }>(
  mirrors: readonly Mirror[],
): Mirror[][] {
  const groups = new Map<string, Mirror[]>();
  for (const mirror of mirrors) {
    const { hostname, host } = new URL(mirror.base);
    const isNamed = isIP(hostname.replaceAll(/[[\]]/g, '')) === 0;
    const place = (isNamed && domainOf(mirror.base)) || host;
    groups.set(place, [...(groups.get(place) ?? []), mirror]);
  }
  return [...groups.values()];
}
