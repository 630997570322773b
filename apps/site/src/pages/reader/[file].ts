import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { readerScripts } from '../../reader/reader-files.ts';

export async function getStaticPaths() {
  const scripts = readerScripts(await (await archive()).outlet());
  return [...scripts.keys()].map((file) => ({ params: { file } }));
}

export const GET: APIRoute = async ({ params: { file = '' } }) => {
  const script = readerScripts(await (await archive()).outlet()).get(file);
  if (script === undefined) return new Response(null, { status: 404 });
  return new Response(script, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
};
