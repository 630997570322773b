import type { Outlet } from '@tamizdat/article-schema';
import { absoluteAddress } from '../feeds/absolute-address.ts';

/** `robots.txt` (RFC 9309): everything may be read; where the sitemaps are. */
export function robotsText(outlet: Pick<Outlet, 'origin'>): string {
  const sitemaps = ['sitemap.xml', 'news-sitemap.xml'].map(
    (name) => `Sitemap: ${absoluteAddress(outlet, name)}`,
  );
  return ['User-agent: *', 'Allow: /', '', ...sitemaps, ''].join('\n');
}
