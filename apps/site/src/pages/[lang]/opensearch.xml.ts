import type { APIRoute } from 'astro';
import { openFeed } from '../../feeds/feed-context.ts';
import { openSearchDescription } from '../../metadata/open-search.ts';
import { editionPaths } from '../../page/edition-paths.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute = async ({ params: { lang = '' } }) =>
  new Response(openSearchDescription(await openFeed(lang)), {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
