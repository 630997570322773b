import type { FeedFormat } from '@tamizdat/archive';
import type { APIRoute } from 'astro';
import { editionFeed } from '../../feeds/feed-document.ts';
import { pathsOf } from '../../page/static-paths.ts';

const types: Record<FeedFormat, string> = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'brief.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

export const getStaticPaths = pathsOf('feed');

export const GET: APIRoute = async ({ params: { lang = '', feed = '' } }) => {
  if (!Object.hasOwn(types, feed)) return new Response(null, { status: 404 });
  const format = feed as FeedFormat;
  return new Response(await editionFeed(lang, format), {
    headers: { 'content-type': types[format] },
  });
};
