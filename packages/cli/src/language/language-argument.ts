import type { EnumArgDef } from 'citty';
import { TOLD_LANGUAGES } from '@tamizdat/problem';
import { OUTLET_LANGUAGE } from './choose-language.ts';
import { say } from './say.ts';

/** The option of commands that speak the contributor's language. */
export const languageArgument = {
  type: 'enum' as const,
  options: [...TOLD_LANGUAGES, OUTLET_LANGUAGE],
  description: say({
    en: 'Language of what is said; outlet: the first of the outlet’s own (default: LC_ALL, LC_MESSAGES, LANG)',
    ru: 'Язык сообщений; outlet — первый из языков издания (по умолчанию: LC_ALL, LC_MESSAGES, LANG)',
  }),
} satisfies EnumArgDef;
