import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { drawCode } from '@tamizdat/media/qr-code';
import { pathsOf } from '../../page/static-paths.ts';

/** Each mirror once, whatever editions it is for. */
async function shownMirrors(): Promise<Map<string, string>> {
  const door = await archive();
  const { languages } = await door.outlet();
  const shown = await Promise.all(languages.map(({ code }) => door.mirrors(code)));
  return new Map(shown.flat().map(({ name, base }) => [name, base]));
}

export const getStaticPaths = pathsOf('mirrorCode');

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const base = (await shownMirrors()).get(name);
  if (base === undefined) return new Response(null, { status: 404 });
  return new Response(await drawCode(base), { headers: { 'content-type': 'image/svg+xml' } });
};
