import { loadState } from '@tamizdat/release';
import { parseRelease } from '@tamizdat/verify';
import { explainDisk } from '../frame/explain-disk.ts';
import { say } from '../language/say.ts';

/** Number of the newest release of a history; 0 before the first. @throws ToldError `release-state` */
export function newestOf(state: string): number {
  const head = loadState(state)?.head;
  return head === undefined ? 0 : parseRelease(head.release).number;
}

/**
 * Says of a release that the system stopped what became of it: a history tells whether the release was made.
 * @param before Number of the newest release when it began.
 * @returns other errors as they are
 */
export function explainStopped(error: unknown, state: string, before: number): unknown {
  const told = explainDisk(error);
  if (told === undefined) return error;
  const number = newestOf(state);
  const became =
    number === before
      ? say({
          en: 'Nothing was signed, and release/ is as it was.',
          ru: 'Ничего не подписано, release/ остаётся прежней.',
        })
      : say({
          en: `Release ${number} was signed, but its release/ is not complete, and the newest file in it may still be the former one. Do not publish it: run “release” again, which makes the next one whole.`,
          ru: `Выпуск ${number} подписан, но его release/ записана не целиком, и новейшим в ней может быть ещё прежний. Не публикуйте её: запустите «release» ещё раз, и следующий выпуск будет целым.`,
        });
  return new Error(`${say(told)}\n  ${became}`, { cause: error });
}
