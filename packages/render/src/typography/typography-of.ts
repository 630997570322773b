import type { LanguageTypography } from './language-typography.ts';
import { arabic } from './languages/arabic.ts';
import { belarusian } from './languages/belarusian.ts';
import { english } from './languages/english.ts';
import { french } from './languages/french.ts';
import { german } from './languages/german.ts';
import { italian } from './languages/italian.ts';
import { polish } from './languages/polish.ts';
import { russian } from './languages/russian.ts';
import { spanish } from './languages/spanish.ts';
import { ukrainian } from './languages/ukrainian.ts';

const LANGUAGES: ReadonlyMap<string, LanguageTypography> = new Map([
  ['ar', arabic],
  ['be', belarusian],
  ['de', german],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['it', italian],
  ['pl', polish],
  ['ru', russian],
  ['uk', ukrainian],
]);

/** How a language (BCP 47, its first part counts) is set; undefined for one whose habits the kit does not know. */
export function typographyOf(lang: string): LanguageTypography | undefined {
  return LANGUAGES.get(lang.split('-', 1)[0]?.toLowerCase() ?? '');
}

/** The languages whose habits the kit knows. */
export const typesetLanguages: readonly string[] = [...LANGUAGES.keys()];
