import type { APIRoute } from 'astro';
import { openFeed } from '../../feeds/feed-context.ts';
import { webManifest } from '../../metadata/web-manifest.ts';
import { editionPaths } from '../../page/edition-paths.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute = async ({ params: { lang = '' } }) =>
  new Response(webManifest(await openFeed(lang)), {
    headers: { 'content-type': 'application/manifest+json' },
  });
