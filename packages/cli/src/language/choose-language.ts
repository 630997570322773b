import { TOLD_LANGUAGES, type ToldLanguage } from '@tamizdat/problem';

/** The word for the language of the outlet itself. */
export const OUTLET_LANGUAGE = 'outlet';

/**
 * The language a person reads: the option `--language`, else the first of LC_ALL, LC_MESSAGES and LANG that is set
 * (POSIX, “Environment variables”, 8.2). `--language outlet` is the first of the outlet's own languages that problems
 * are told in: build services are set to none. English where it is a language that problems are not told in.
 * @param ofOutlet Codes of the outlet's languages, in its order; asked only where it matters.
 */
export function chooseLanguage(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  ofOutlet: () => readonly string[],
): ToldLanguage {
  const set = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => env[name]).find(Boolean);
  const flag = optionOf(args, 'language');
  const wanted = flag ?? /^[a-z]+/i.exec(set ?? '')?.[0].toLowerCase() ?? '';
  const candidates = flag === OUTLET_LANGUAGE ? ofOutlet() : [wanted];
  return candidates.find(isTold) ?? 'en';
}

const isTold = (code: string): code is ToldLanguage =>
  TOLD_LANGUAGES.some((language) => language === code);

/** The value of an option, as it was typed last. */
export function optionOf(args: readonly string[], name: string): string | undefined {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const at = own.findLastIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (at === -1) return undefined;
  return own[at] === `--${name}` ? own[at + 1] : own[at]?.slice(`--${name}=`.length);
}
