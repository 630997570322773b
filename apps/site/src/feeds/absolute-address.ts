import type { Outlet } from '@tamizdat/article-schema';

/** Origin base of an outlet: always with a slash at its end. */
export function originBase({ origin }: Pick<Outlet, 'origin'>): string {
  return origin.endsWith('/') ? origin : `${origin}/`;
}

/** Address of a file of the tree under the origin base. */
export function absoluteAddress(outlet: Pick<Outlet, 'origin'>, address: string): string {
  return originBase(outlet) + address;
}
