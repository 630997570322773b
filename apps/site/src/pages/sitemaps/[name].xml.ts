import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { sitemapNames, sitemapOf } from '../../metadata/sitemap/sitemap-documents.ts';

export async function getStaticPaths() {
  const names = await sitemapNames(await archive());
  return names.map((name) => ({ params: { name } }));
}

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const sitemap = await sitemapOf(await archive(), name);
  if (sitemap === undefined) return new Response(null, { status: 404 });
  return new Response(sitemap, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
