import type { APIRoute } from 'astro';
import { openFeed } from '../../feeds/feed-context.ts';
import { webManifest } from '../../metadata/web-manifest.ts';
import { pathsOf } from '../../page/static-paths.ts';

export const getStaticPaths = pathsOf('front');

export const GET: APIRoute = async ({ params: { lang = '' } }) =>
  new Response(webManifest(await openFeed(lang)), {
    headers: { 'content-type': 'application/manifest+json' },
  });
