import type { Archive } from '@tamizdat/archive';
import type { Edition, Outlet, Words } from '@tamizdat/article-schema';
import { archive } from '../archive.ts';

export interface FeedContext {
  door: Archive;
  lang: string;
  outlet: Outlet;
  edition: Edition;
  words: Words;
}

/** @throws Error when the outlet does not publish in the language. */
export async function openFeed(lang: string): Promise<FeedContext> {
  const door = await archive();
  const edition = await door.edition(lang);
  if (!edition) throw new Error(`no edition in ${lang}`);
  return { door, lang, outlet: await door.outlet(), edition, words: await door.words(lang) };
}
