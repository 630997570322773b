import { TOLD_LANGUAGES, type ToldLanguage } from '@tamizdat/article-schema/problem';

/**
 * The language a person reads: the option `--language`, else the first of LC_ALL, LC_MESSAGES and LANG that is set
 * (POSIX, “Environment variables”, 8.2). English where it is a language that problems are not told in.
 */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ToldLanguage {
  const set = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => env[name]).find(Boolean);
  const wanted = flagOf(args) ?? /^[a-z]+/i.exec(set ?? '')?.[0].toLowerCase();
  return TOLD_LANGUAGES.find((language) => language === wanted) ?? 'en';
}

/** The value of the option, as it was typed. */
function flagOf(args: readonly string[]): string | undefined {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const at = own.findLastIndex((arg) => /^--language(?:=|$)/.test(arg));
  const [, value = own[at + 1]] = /^--language=(.*)$/.exec(own[at] ?? '') ?? [];
  return at === -1 ? undefined : value;
}
