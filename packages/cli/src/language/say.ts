import type { InBoth, ToldLanguage } from '@tamizdat/article-schema/problem';
import { chooseLanguage, optionOf } from './choose-language.ts';
import { outletLanguages } from './outlet-languages.ts';

/** The language of this run: who started it reads it. */
export const language: ToldLanguage = chooseLanguage(process.argv.slice(2), process.env, () =>
  outletLanguages(optionOf(process.argv.slice(2), 'content')),
);

/** A text in the language of this run. */
export const say = (text: InBoth): string => text[language];
