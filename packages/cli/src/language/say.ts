import type { InBoth, ToldLanguage } from '@tamizdat/article-schema/problem';
import { chooseLanguage } from './choose-language.ts';

/** The language of this run: who started it reads it. */
export const language: ToldLanguage = chooseLanguage(process.argv.slice(2), process.env);

/** A text in the language of this run. */
export const say = (text: InBoth): string => text[language];
