import type { EnumArgDef } from 'citty';
import { TOLD_LANGUAGES } from '@tamizdat/article-schema/problem';
import { say } from './say.ts';

/** The option of commands that speak the contributor's language. */
export const languageArgument = {
  type: 'enum' as const,
  options: [...TOLD_LANGUAGES],
  description: say({
    en: 'Language of what is said (default: LC_ALL, LC_MESSAGES, LANG)',
    ru: 'Язык сообщений (по умолчанию: LC_ALL, LC_MESSAGES, LANG)',
  }),
} satisfies EnumArgDef;
