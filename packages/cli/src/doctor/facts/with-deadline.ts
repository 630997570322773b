import { type Source, SourceError } from '@tamizdat/release';

/** A source that is given up after so many milliseconds in all, however much it still has to say. */
export function withDeadline(source: Source, ms: number): Source {
  const until = performance.now() + ms;
  const { base, spent } = source;
  return {
    ...(base === undefined ? {} : { base }),
    spent,
    read: (path, limit) => before(until, source.read(path, limit)),
  };
}

async function before<Value>(until: number, reading: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => {
        reject(new SourceError(TOO_SLOW));
      },
      Math.max(0, until - performance.now()),
    );
  });
  // Whoever waits no more is told nothing of how it ended.
  reading.catch(() => undefined);
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}

const TOO_SLOW = {
  en: 'it did not come to an end in the time that one mirror is given',
  ru: 'не уложилось во время, которое даётся одному зеркалу',
};
