import { latinWords } from '@tamizdat/body';

const LONGEST = 60;

/** An address part made from a title: ASCII kebab-case, Cyrillic transliterated; at most 60 characters. */
export function slugExample(title: string): string {
  return slugOf(title) ?? 'harbour-keeps-its-lights-on';
}

/** The same, undefined where nothing of the title can be written in Latin letters. */
export function slugOf(title: string): string | undefined {
  // An apostrophe parts no words. A title tells no language; most in Cyrillic are Russian.
  const latin = latinWords(title.replaceAll(/[’']/g, ''), 'ru');
  if (latin.length <= LONGEST) return latin === '' ? undefined : latin;
  const cut = latin.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}
