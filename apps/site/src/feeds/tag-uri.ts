import type { Outlet } from '@tamizdat/article-schema';

/** `tag:` URI of RFC 4151 under the outlet's permanent authority: `tag:example.org,2024:ID`. */
export function tagUri({ tagAuthority }: Pick<Outlet, 'tagAuthority'>, specific: string): string {
  return `tag:${tagAuthority.domain},${tagAuthority.date}:${specific}`;
}
