import { ANSWER_TIMEOUT_MS } from '../limits.ts';
import { watchIndexFetches } from './index-fetches.ts';
import type { askIndex, Found } from './ask-index.ts';
import type { PagefindInstance } from './pagefind.ts';
import type { SearchState } from './search-state.ts';

/** The index was read and holds no page. */
export class EmptyIndexError extends Error {}

/** What `pagefind.js` exports; an index of nothing has none of it. */
interface IndexModule {
  createInstance?: (options: { noWorker: boolean }) => PagefindInstance;
  askIndex: typeof askIndex;
}

/** An index at hand. `find` gives what it holds for a state. */
export interface OpenIndex {
  find: (state: SearchState) => Promise<Found[]>;
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
  const waiting = new Set<(error: Error) => void>();

  const connect = (): Promise<OpenIndex> => {
    if (attempts === 0) {
      watchIndexFetches(new URL('.', url).href, (error) => {
        for (const reject of waiting) reject(error);
      });
    }
    attempts++;
    return importIndex(url, language, attempts);
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

/** Some browsers remember a failed import for good, so each attempt after the first has an address of its own. */
async function importIndex(url: URL, language: string, attempt: number): Promise<OpenIndex> {
  const address = attempt === 1 ? url.href : `${url.href}?attempt=${attempt}`;
  const module = (await import(address)) as IndexModule;
  if (module.createInstance === undefined) throw new EmptyIndexError();
  // A worker would be a second copy of the loader to fetch, and one thread is enough for a few results.
  const instance = module.createInstance({ noWorker: true });
  await instance.init();
  return { find: (state) => module.askIndex(instance, state, language) };
}
