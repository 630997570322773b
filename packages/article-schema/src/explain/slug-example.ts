import { latinWords } from '@tamizdat/body';

const LONGEST = 60;

/** Of a title alone nobody knows the language; most in Cyrillic are Russian. */
const LIKELY = 'ru';

/**
 * An address part made from a title: ASCII kebab-case, transliterated as its language is; at most 60 characters.
 * @param lang BCP 47
 */
export function slugExample(title: string, lang = LIKELY): string {
  return slugOf(title, lang) ?? 'harbour-keeps-its-lights-on';
}

/** The same, undefined where nothing of the title can be written in Latin letters. */
export function slugOf(title: string, lang = LIKELY): string | undefined {
  // An apostrophe parts no words.
  const latin = latinWords(title.replaceAll(/[’']/g, ''), lang);
  if (latin.length <= LONGEST) return latin === '' ? undefined : latin;
  const cut = latin.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}
