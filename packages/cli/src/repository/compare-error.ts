import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** What is told where git does not know a commit that was named. `error` is what running git threw. */
export function compareError(named: string, error: unknown): UsageError {
  const said = (error as { stderr?: string }).stderr?.split('\n')[0] ?? '';
  return new UsageError(
    say({
      en: `git cannot compare with “${named}”: ${said}`,
      ru: `git не может сравнить с «${named}»: ${said}`,
    }),
    { cause: error },
  );
}
