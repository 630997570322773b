import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { pathsOf } from '../../page/static-paths.ts';

export const getStaticPaths = pathsOf('readerWords');

export const GET: APIRoute = async ({ params: { lang = '' } }) => {
  const { fromMirror, old, unchecked, title } = (await (await archive()).words(lang)).readerWords;
  return new Response(`${JSON.stringify({ title, fromMirror, old, unchecked })}\n`, {
    headers: { 'content-type': 'application/json' },
  });
};
