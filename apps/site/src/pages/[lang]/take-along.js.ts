import { ownHosts, type ScriptData } from '@tamizdat/take-along';
import { localized } from '@tamizdat/render';
import type { APIRoute } from 'astro';
import script from 'virtual:take-along-script';
import { archive } from '../../archive.ts';
import { originBase } from '../../feeds/absolute-address.ts';
import { pathsOf } from '../../page/static-paths.ts';

export const getStaticPaths = pathsOf('takeAlongScript');

/** One file for all articles of an edition, in its words: readers fetch it once. */
export const GET: APIRoute = async ({ params: { lang = '' } }) => {
  const door = await archive();
  const outlet = await door.outlet();
  const { takeAlong: words } = await door.words(lang);
  const data: ScriptData = {
    name: localized(outlet.name, lang, outlet),
    base: originBase(outlet),
    hosts: ownHosts(outlet, await door.mirrors(lang)),
    words,
  };
  return new Response(`${script}takeAlong.start(${JSON.stringify(data)});\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
};
