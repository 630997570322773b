import type { APIRoute } from 'astro';
import { archive } from '../archive.ts';
import { formerFeed } from '../feeds/former-feed.ts';
import { pathsOf } from '../page/static-paths.ts';

/** Programs that were given a feed's address once ask there for ever: what can be a file stays the feed. */
export const getStaticPaths = pathsOf('formerFeed');

export const GET: APIRoute = async ({ params: { former = '' } }) => {
  const owner = await (await archive()).formerFeed(`${former}.xml`);
  const feed = owner && (await formerFeed(owner));
  if (feed === undefined) return new Response(null, { status: 404 });
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
