import type { APIRoute } from 'astro';
import { archive } from '../../../archive.ts';
import { listFeed } from '../../../feeds/feed-document.ts';
import { isListKind, listPaths } from '../../../page/list-page.ts';

export async function getStaticPaths() {
  return listPaths(await archive());
}

export const GET: APIRoute = async ({ params: { lang = '', kind = '', id = '' } }) => {
  const feed = isListKind(kind) ? await listFeed(lang, kind, id) : undefined;
  if (feed === undefined) return new Response(null, { status: 404 });
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
