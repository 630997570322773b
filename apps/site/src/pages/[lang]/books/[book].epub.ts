import { makeEdition } from '@tamizdat/take-along';
import type { APIRoute } from 'astro';
import { archive } from '../../../archive.ts';
import { originBase } from '../../../feeds/absolute-address.ts';
import { pathsOf } from '../../../page/static-paths.ts';
import { siteSources } from '../../../take-along/site-sources.ts';

export const getStaticPaths = pathsOf('book');

export const GET: APIRoute = async ({ params: { lang = '', book: id = '' } }) => {
  const door = await archive();
  const book = await door.book(lang, id);
  if (book === undefined) return new Response(null, { status: 404 });
  // No mirrors: they come and go, and every one that does would change every book.
  const options = { base: originBase(await door.outlet()), mirrors: [], links: true };
  const made = await makeEdition(door, { lang, ...book }, await siteSources(), options);
  return new Response(new Uint8Array(made.bytes), {
    headers: { 'content-type': 'application/epub+zip' },
  });
};
