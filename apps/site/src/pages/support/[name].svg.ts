import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { buildDrawings } from '../../support/drawings.ts';

export async function getStaticPaths() {
  const drawings = buildDrawings(await (await archive()).outlet());
  return [...drawings.keys()].map((name) => ({ params: { name } }));
}

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const draw = buildDrawings(await (await archive()).outlet()).get(name);
  if (draw === undefined) return new Response(null, { status: 404 });
  return new Response(await draw(), { headers: { 'content-type': 'image/svg+xml' } });
};
