import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { pictureNames } from '../../picture/picture-names.ts';
import { media } from '../../picture/media.ts';

/** Names of all derivatives that pages and feeds of this build show. */
export async function getStaticPaths() {
  const names = await pictureNames(await archive());
  return names.map((name) => ({ params: { name } }));
}

export const GET: APIRoute = async ({ params }) => {
  const loaded = await media.load(params['name'] ?? '');
  if (!loaded) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(loaded.bytes), { headers: { 'content-type': loaded.type } });
};
