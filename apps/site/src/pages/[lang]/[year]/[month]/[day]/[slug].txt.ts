import { articleAddress } from '@tamizdat/archive';
import { asTextFile, buildArticleText, loadShown } from '@tamizdat/take-along';
import type { APIRoute } from 'astro';
import { archive } from '../../../../../archive.ts';
import { originBase } from '../../../../../feeds/absolute-address.ts';
import { pathsOf } from '../../../../../page/static-paths.ts';
import { siteSources } from '../../../../../take-along/site-sources.ts';

export const getStaticPaths = pathsOf('articleText');

export const GET: APIRoute = async ({ params }) => {
  const { lang = '', year = '', month = '', day = '', slug = '' } = params;
  const door = await archive();
  const found = await door.find(articleAddress({ lang, year, month, day, slug }));
  if (found?.visibility !== 'listed') return new Response(null, { status: 404 });
  const shown = await loadShown(door, found.article, { sources: await siteSources() });
  const base = originBase(await door.outlet());
  const text = buildArticleText(shown, { base, links: true, source: true });
  return new Response(asTextFile(text), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
