import type { Problem } from '@tamizdat/problem';
import { say } from '../language/say.ts';

/** What is said of every build, whether or not it has to load anything. */
export const READING = say({ en: 'Reading the content', ru: 'Читается содержимое' });

/** Problems of content without errors that are told of, each: the others are told of in numbers elsewhere. */
export const countWarnings = (problems: readonly Pick<Problem, 'counted'>[]): number =>
  problems.filter(({ counted }) => !counted).length;

/** @param count Warnings of the content. */
export const tellWarnings = (count: number): string[] =>
  count > 0
    ? [
        say({
          en: `Warnings: ${count}; "tamizdat check" lists them`,
          ru: `Предупреждений: ${count}; их перечислит «tamizdat check»`,
        }),
      ]
    : [];

/** @param clock RFC 3339. */
export const nothingChanged = (clock: string): string =>
  say({
    en: `Nothing changed since the last build, as of ${clock}`,
    ru: `С последней сборки ничего не изменилось, на ${clock}`,
  });
