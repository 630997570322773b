import type { APIRoute } from 'astro';
import { newsletterFeed } from '../../../newsletter/newsletter-feed.ts';
import { pathsOf } from '../../../page/static-paths.ts';

export const getStaticPaths = pathsOf('newsletterFeed');

export const GET: APIRoute = async ({ params: { lang = '', id = '' } }) => {
  const feed = await newsletterFeed(lang, id);
  if (feed === undefined) return new Response(null, { status: 404 });
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
