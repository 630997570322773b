import { type InBoth, tellIn, type Telling, type ToldLanguage } from '@tamizdat/problem';
import { chooseLanguage, optionOf } from './choose-language.ts';
import { outletLanguages } from './outlet-languages.ts';

/** The language of this run: who started it reads it. English until it is chosen. */
export let language: ToldLanguage = 'en';

/** A text in the language of this run. */
export const say = (text: InBoth): string => text[language];

/** What happened and what to do, in the language of this run. */
export const tell = <Told extends { ru: Telling }>(told: Told): Omit<Told, 'ru'> =>
  tellIn(language, told);

/**
 * Chooses the language of this run, as {@link chooseLanguage} does. To be called before commands are loaded: they
 * describe themselves in it.
 */
export function startLanguage(args: readonly string[], env: NodeJS.ProcessEnv): void {
  language = chooseLanguage(args, env, () => outletLanguages(optionOf(args, 'content')));
}
