import type { Bytes } from '../bytes.ts';
import type { Store } from './store.ts';

/** No host has this name (RFC 2606): what is kept can be mistaken for no page. */
const NOWHERE = 'https://kept.invalid/';

/** Keeps bytes in the browser's Cache Storage, one cache a scope. */
export function openCacheStore(scope: string): Store {
  const name = `tamizdat ${scope}`;
  let isClosed = false;
  // Opening it would make it anew, under a name that tells which site was read.
  const open = async () => (isClosed ? undefined : caches.open(name));
  const addressOf = (key: string) => NOWHERE + encodeURIComponent(key);
  return {
    async get(key) {
      const found = await (await open())?.match(addressOf(key));
      return found && (new Uint8Array(await found.arrayBuffer()) satisfies Bytes);
    },
    async set(key, bytes) {
      await (await open())?.put(addressOf(key), new Response(bytes));
    },
    async delete(key) {
      await (await open())?.delete(addressOf(key));
    },
    async names(prefix) {
      const all = (await (await open())?.keys()) ?? [];
      return all
        .map(({ url }) => decodeURIComponent(url.slice(NOWHERE.length)))
        .filter((key) => key.startsWith(prefix));
    },
    async clear() {
      isClosed = true;
      await caches.delete(name);
    },
  };
}
