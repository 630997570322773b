import { SECOND_SOURCE_MS, SOURCES_AT_ONCE } from '../../limits.ts';

/** Asks one source. `begin` is called when the request goes out: waiting for a busy host is no silence. */
export type Attempt<Result> = (
  base: string,
  signal: AbortSignal,
  begin: () => void,
) => Promise<Result>;

/** All sources were asked, and none had it. */
export class NoSource extends Error {}

/**
 * Asks sources one after the other until one has the answer: the next when one has failed, or when the one that was
 * asked last has not finished after {@link SECOND_SOURCE_MS}; never more than {@link SOURCES_AT_ONCE} at once.
 * @param next Gives the next source, undefined where there is none to be asked now.
 * @param isFinal Whether an error is an answer: then nobody else is asked.
 * @throws NoSource, or what `isFinal` says
 */
export function race<Result>(
  next: () => string | undefined,
  attempt: Attempt<Result>,
  isFinal: (error: unknown) => boolean,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const stop = new AbortController();
  let running = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    if (stop.signal.aborted || running >= SOURCES_AT_ONCE) return;
    const base = next();
    if (base === undefined) {
      if (running === 0) reject(new NoSource());
      return;
    }
    running++;
    const begin = (): void => {
      clearTimeout(timer);
      timer = setTimeout(ask, SECOND_SOURCE_MS);
    };
    attempt(base, stop.signal, begin).then(resolve, (error: unknown) => {
      running--;
      if (isFinal(error)) reject(error);
      else ask();
    });
  };
  ask();
  return promise.finally(() => {
    clearTimeout(timer);
    stop.abort();
  });
}
