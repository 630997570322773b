import type { APIRoute } from 'astro';
import { openFeed } from '../../feeds/feed-context.ts';
import { openSearchDescription } from '../../metadata/open-search.ts';
import { pathsOf } from '../../page/static-paths.ts';

export const getStaticPaths = pathsOf('front');

export const GET: APIRoute = async ({ params: { lang = '' } }) =>
  new Response(openSearchDescription(await openFeed(lang)), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
