import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { drawCode } from '@tamizdat/media/qr-code';
import { codePayloads } from '../../support/payment-codes.ts';

export async function getStaticPaths() {
  const { support } = await (await archive()).outlet();
  return [...codePayloads(support).keys()].map((name) => ({ params: { name } }));
}

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const { support } = await (await archive()).outlet();
  const payload = codePayloads(support).get(name);
  if (payload === undefined) return new Response(null, { status: 404 });
  return new Response(await drawCode(payload), { headers: { 'content-type': 'image/svg+xml' } });
};
