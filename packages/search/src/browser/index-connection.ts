import { ANSWER_TIMEOUT_MS } from '../limits.ts';
import { watchIndexFetches, type IndexFetches } from './index-fetches.ts';
import type { IndexPlace, OpenIndex } from './open-index.ts';

/** The index was read and holds no page. */
export class EmptyIndexError extends Error {}

/** What `pagefind.js` exports; an index of nothing has none of it. */
interface IndexModule {
  open?: (place: IndexPlace) => OpenIndex;
}

export interface IndexConnection {
  /**
   * Hands the index to a task, loading it first where needed.
   * @throws EmptyIndexError; any other error means that the network failed or was silent for ANSWER_TIMEOUT_MS;
   * the next call then begins anew
   */
  ask: <T>(task: (index: OpenIndex) => Promise<T>) => Promise<T>;
}

/** Makes the connection to an index of a language (BCP 47); nothing is requested before the first `ask`. */
export function openIndexConnection(url: URL, language: string): IndexConnection {
  let attempts = 0;
  let instance: Promise<OpenIndex> | undefined;
  let fetches: IndexFetches | undefined;
  const waiting = new Set<(error: Error) => void>();
  /** By tier: what Pagefind begins with. A tier of an earlier list keeps its own. */
  const entries = new Map<string, string>();

  const connect = (): Promise<OpenIndex> => {
    fetches ??= watchIndexFetches(
      new URL('.', url).href,
      (key) => entries.get(key) ?? '',
      (error) => {
        for (const reject of waiting) reject(error);
      },
    );
    attempts++;
    return importIndex({
      url,
      language,
      attempt: attempts,
      fetches,
      keepEntry: (key, entry) => entries.set(key, entry),
    });
  };

  const ask = async <T>(task: (index: OpenIndex) => Promise<T>): Promise<T> => {
    instance ??= connect();
    const mine = instance;
    let fail: (error: Error) => void = () => undefined;
    const failure = new Promise<never>((_, reject) => (fail = reject));
    waiting.add(fail);
    const timer = setTimeout(() => {
      fail(new Error('silence'));
    }, ANSWER_TIMEOUT_MS);
    try {
      return await Promise.race([mine.then(task), failure]);
    } catch (error) {
      if (instance === mine) instance = undefined;
      throw error;
    } finally {
      clearTimeout(timer);
      waiting.delete(fail);
    }
  };
  return { ask };
}

interface Opening extends Pick<IndexPlace, 'url' | 'language' | 'keepEntry'> {
  /** Some browsers remember a failed import for good, so each attempt after the first has an address of its own. */
  attempt: number;
  fetches: IndexFetches;
}

async function importIndex({ attempt, fetches, ...place }: Opening): Promise<OpenIndex> {
  const { href } = place.url;
  const address = attempt === 1 ? href : `${href}?attempt=${attempt}`;
  const { open } = (await import(address)) as IndexModule;
  if (open === undefined) throw new EmptyIndexError();
  return open({ ...place, list: new TextDecoder().decode(await fetches.get('tiers.json')) });
}
