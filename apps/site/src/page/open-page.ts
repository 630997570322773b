import type { Address, Archive } from '@tamizdat/archive';
import type { Edition, Outlet, Words } from '@tamizdat/article-schema';
import { archive } from '../archive.ts';

/** What every page stands on: its address and language, the archive's door, the outlet, the words. */
export interface PageContext {
  address: Address;
  lang: string;
  door: Archive;
  outlet: Outlet;
  edition: Edition;
  words: Words;
}

/**
 * Opens a page at the address its params give, and tells the middleware.
 * @throws Error when the outlet does not publish in the language.
 */
export async function openPage(
  locals: App.Locals,
  lang: string,
  address: Address,
): Promise<PageContext> {
  locals.address = address;
  const door = await archive();
  const outlet = await door.outlet();
  const edition = await door.edition(lang);
  if (!edition) throw new Error(`no edition in ${lang}`);
  return { address, lang, door, outlet, edition, words: await door.words(lang) };
}
