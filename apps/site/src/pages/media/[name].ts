import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { outletCard } from '../../metadata/mark/outlet-card.ts';
import { pictureOwners, picturesOf } from '../../picture/picture-owners.ts';
import { site } from '../../site.ts';

/** Names of all derivatives and recordings of this build. */
export async function getStaticPaths() {
  const door = await archive();
  const names = new Set<string>();
  for (const owner of await pictureOwners(door))
    for (const name of await picturesOf(door, owner)) names.add(name);
  return [...names].map((name) => ({ params: { name } }));
}

export const GET: APIRoute = async ({ params }) => {
  const card = await outletCard(await (await archive()).outlet());
  if (card && card.name === params['name'])
    return new Response(new Uint8Array(card.bytes), { headers: { 'content-type': 'image/png' } });
  const loaded = await (await site()).media.load(params['name'] ?? '');
  if (!loaded) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(loaded.bytes), { headers: { 'content-type': loaded.type } });
};
