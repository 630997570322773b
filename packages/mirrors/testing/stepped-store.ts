import type { Store } from '../src/kinds/store.ts';

/** A store that puts and deletes one file at a time and asks before each. For tests. */
export function stepped(store: Store, before: () => Promise<void>): Store {
  return {
    ...store,
    put: async (files) => {
      for (const file of files) {
        await before();
        await store.put([file]);
      }
    },
    remove: async (paths) => {
      for (const path of paths) {
        await before();
        await store.remove([path]);
      }
    },
  };
}
