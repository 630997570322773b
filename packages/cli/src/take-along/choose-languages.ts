import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** The outlet’s languages, or the one of them that `--lang` names. @throws UsageError */
export function chooseLanguages(
  known: readonly { code: string }[],
  given: string | undefined,
): string[] {
  const codes = known.map(({ code }) => code);
  if (given === undefined) return codes;
  if (codes.includes(given)) return [given];
  const names = codes.join(', ');
  throw new UsageError(
    say({
      en: `--lang is one of the outlet’s languages: ${names}.`,
      ru: `--lang: один из языков издания — ${names}.`,
    }),
  );
}
