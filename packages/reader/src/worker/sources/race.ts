import { CONFIRM_MS, SECOND_SOURCE_MS, SOURCES_AT_ONCE } from '../../limits.ts';

/** Asks one source. `begin` is called when the request goes out: waiting for a busy host is no silence. */
export type Attempt<Result> = (
  base: string,
  signal: AbortSignal,
  begin: () => void,
) => Promise<Result>;

/** All sources were asked, and none had it. */
export class NoSource extends Error {}

/** When an answer counts. */
export interface Judging {
  /** Whether an error is an answer too. */
  isAnswer: (error: unknown) => boolean;
  /** Whether nobody else needs to be asked. */
  isCertain: () => boolean;
  /** Whether, where it is not certain, a short while is enough to wait for another. */
  isNearly: () => boolean;
  /** Told when an answer is taken that is not certain. */
  onHeld: () => void;
}

/**
 * Asks sources one after the other until one has an answer that is certain: the next when one has failed, or when the one that
 * was asked last has not finished after {@link SECOND_SOURCE_MS}; never more than {@link SOURCES_AT_ONCE} at once. Of answers
 * that are not, the last is taken when nobody is left, or after {@link CONFIRM_MS}.
 * @param next Gives the next source, undefined where there is none to be asked now.
 * @throws NoSource, or the error that is an answer
 */
export function race<Result>(
  next: () => string | undefined,
  attempt: Attempt<Result>,
  { isAnswer, isCertain, isNearly, onHeld }: Judging,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const stop = new AbortController();
  let running = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let confirming: ReturnType<typeof setTimeout> | undefined;
  let held: (() => void) | undefined;
  const end = (): void => {
    if (held) onHeld();
    (held ?? reject)(new NoSource());
  };
  const ask = (): void => {
    if (stop.signal.aborted || running >= SOURCES_AT_ONCE) return;
    const base = next();
    if (base === undefined) {
      if (running === 0) end();
      return;
    }
    running++;
    const begin = (): void => {
      clearTimeout(timer);
      timer = setTimeout(ask, SECOND_SOURCE_MS);
    };
    const judge = (answer: (() => void) | undefined): void => {
      running--;
      if (answer && isCertain()) {
        answer();
        return;
      }
      held = answer ?? held;
      if (held && isNearly()) confirming ??= setTimeout(end, CONFIRM_MS);
      ask();
    };
    attempt(base, stop.signal, begin).then(
      (result) => {
        judge(() => {
          resolve(result);
        });
      },
      (error: unknown) => {
        judge(
          isAnswer(error)
            ? () => {
                reject(error);
              }
            : undefined,
        );
      },
    );
  };
  ask();
  return promise.finally(() => {
    clearTimeout(timer);
    clearTimeout(confirming);
    stop.abort();
  });
}
