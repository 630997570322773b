import type { APIRoute } from 'astro';
import { archive } from '../archive.ts';
import { rootFiles } from '../metadata/root-files.ts';

/** Files that stand at the root of the tree because hosts, crawlers and browsers look for them there. */
export async function getStaticPaths() {
  const files = await rootFiles(await archive());
  return [...files.keys()].map((file) => ({ params: { file } }));
}

export const GET: APIRoute = async ({ params: { file = '' } }) => {
  const found = (await rootFiles(await archive())).get(file);
  if (!found) return new Response(null, { status: 404 });
  const body = await found.build();
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'content-type': found.type },
  });
};
