import { STORE_TRIES, STORE_WAIT_MS } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import type { Store } from '../kinds/store.ts';

/** Waits some milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Waits by the clock. */
export const sleep: Wait = (milliseconds) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Does something again, after a wait that doubles, where it failed for a reason that may pass. */
export async function retry<Result>(work: () => Promise<Result>, wait: Wait): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof MirrorError) || !error.passing || tries >= STORE_TRIES) throw error;
      await wait(STORE_WAIT_MS * 2 ** (tries - 1));
    }
  }
}

/** A store that tries again. */
export function retrying(store: Store, wait: Wait): Store {
  return {
    features: store.features,
    read: (path, limit) => retry(() => store.read(path, limit), wait),
    list: () => retry(() => store.list(), wait),
    differing: (files) => retry(() => store.differing(files), wait),
    put: (files) => retry(() => store.put(files), wait),
    remove: (paths) => retry(() => store.remove(paths), wait),
    settle: () => retry(() => store.settle?.() ?? Promise.resolve(), wait),
    finish: (release) => retry(() => store.finish(release), wait),
    close: () => store.close(),
  };
}
