import { NoSource } from '../sources/race.ts';

/**
 * Waits no longer than that, in milliseconds, for what goes on all the same.
 * @throws NoSource where it was late
 */
export function within<Result>(given: Promise<Result>, ms: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoSource('late'));
    }, ms);
  });
  return Promise.race([given, late]).finally(() => {
    clearTimeout(timer);
  });
}
