import type { APIRoute } from 'astro';
import { listFeed } from '../../../feeds/feed-document.ts';
import { isListKind } from '../../../page/list-page.ts';
import { pathsOf } from '../../../page/static-paths.ts';

export const getStaticPaths = pathsOf('listFeed');

export const GET: APIRoute = async ({ params: { lang = '', kind = '', id = '' } }) => {
  const feed = isListKind(kind) ? await listFeed(lang, kind, id) : undefined;
  if (feed === undefined) return new Response(null, { status: 404 });
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
