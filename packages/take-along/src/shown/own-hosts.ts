import type { Mirror, Outlet } from '@tamizdat/article-schema';

/** Hosts of an outlet and its mirrors; of a wildcard the domain below which all of its names lie. Each once. */
export const ownHosts = (
  { origin }: Pick<Outlet, 'origin'>,
  mirrors: readonly Pick<Mirror, 'base' | 'wildcard'>[] = [],
): string[] => [
  ...new Set(
    [origin, ...mirrors.map(({ base, wildcard }) => wildcard?.replace('//*.', '//') ?? base)].map(
      (address) => new URL(address).hostname,
    ),
  ),
];
