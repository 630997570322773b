import { primary } from './words/respell.ts';

/** The languages whose endings Pagefind takes off, so that one form of a word finds the others. */
const STEMMED = new Set(
  'ar ca da de el en eo es et eu fi fr ga hi hu hy id it lt nb ne nl nn no pl pt ro ru sr sv ta tr yi'.split(
    ' ',
  ),
);

/** Whether the search of an edition finds other forms of a word than the one that was typed. @param language BCP 47 */
export function hasStemmer(language: string): boolean {
  return STEMMED.has(primary(language));
}

/** Codes of the languages whose search finds a word in no other form than the one that was typed. */
export const listUnstemmed = (languages: readonly { code: string }[]): string[] =>
  languages.map(({ code }) => code).filter((code) => !hasStemmer(code));
