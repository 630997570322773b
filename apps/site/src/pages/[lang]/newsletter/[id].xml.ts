import type { APIRoute } from 'astro';
import { archive } from '../../../archive.ts';
import { newsletterPaths } from '../../../newsletter/closed-issues.ts';
import { newsletterFeed } from '../../../newsletter/newsletter-feed.ts';

export async function getStaticPaths() {
  return newsletterPaths(await archive());
}

export const GET: APIRoute = async ({ params: { lang = '', id = '' } }) => {
  const feed = await newsletterFeed(lang, id);
  if (feed === undefined) return new Response(null, { status: 404 });
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
