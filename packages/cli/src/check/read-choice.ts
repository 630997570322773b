import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import type { Choice } from './choose-problems.ts';
import { SHOWN_MAX } from './limits.ts';

/**
 * What the options of a check ask for. Throws UsageError for what they cannot mean.
 * @param format A terminal is told of so many problems unless another number is asked for; a summary counts all.
 */
export function readChoice(
  args: {
    errors: boolean;
    imported: boolean;
    summary: boolean;
    rule?: string | undefined;
    limit?: string | undefined;
  },
  format: 'terminal' | 'json' | 'github',
): Choice {
  const { errors, imported, summary, rule = '' } = args;
  if (format === 'github' && (summary || imported))
    throw new UsageError(
      say({
        en: '--summary and --imported are for terminal and json.',
        ru: '--summary и --imported бывают с terminal и json.',
      }),
    );
  const rules = new Set(
    rule
      .split(',')
      .map((code) => code.trim())
      .filter(Boolean),
  );
  const shown = format === 'terminal' ? SHOWN_MAX : undefined;
  const limit = summary ? undefined : (readLimit(args.limit) ?? shown);
  return { errors, imported, rules, limit };
}

function readLimit(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UsageError(
    say({
      en: '--limit is a whole number from 1, such as 50.',
      ru: '--limit — целое число от 1, например 50.',
    }),
  );
}
