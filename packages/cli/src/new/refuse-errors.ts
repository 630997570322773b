import { type Problem, tellIn } from '@tamizdat/problem';
import { printable } from '../check/printable.ts';
import { language, say } from '../language/say.ts';

/** Throws Error with what is wrong with a file that is about to be made. */
export function refuseErrors(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const told = errors
    .map((problem) => tellIn(language, problem))
    .map(({ message, remedy }) => printable(`${message} ${remedy}`));
  throw new Error(
    say({
      en: `Nothing was made, because it would not be right: ${[...new Set(told)].join(' ')}`,
      ru: `Ничего не сделано, потому что вышло бы с ошибками: ${[...new Set(told)].join(' ')}`,
    }),
  );
}
