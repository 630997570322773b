/** gzip (RFC 1952, 2.3.1). */
const GZIP = [0x1f, 0x8b];
/** What Pagefind writes before its data; a host that unpacks gzip on the way leaves this in front. */
const UNPACKED = 'pagefind_dcd';

/** Files below an index's folder, as the page gets them. */
export interface IndexFetches {
  /**
   * Gives a file of the folder by its path there.
   * @throws where the network fails or what comes is no part of an index
   */
  get: (path: string) => Promise<Uint8Array>;
}

/**
 * Takes over the page's `fetch` for files below `folder`. Pagefind answers "nothing found" when a piece of its
 * index is missing, and takes a block page with status 200 for data; both become failures here, told to `onFailure`.
 * The requests carry no credentials and no made-up query, and the list of tiers is asked for afresh.
 * @param entryOf makes the file that Pagefind begins a tier with, by the tier's key
 */
export function watchIndexFetches(
  folder: string,
  entryOf: (key: string) => string,
  onFailure: (error: Error) => void,
): IndexFetches {
  const plainFetch = window.fetch.bind(window);
  const modules = new Map<string, Promise<Uint8Array>>();
  /** Each tier asks for the WebAssembly anew; it is the same for all and comes once. */
  const getModule = (name: string): Promise<Uint8Array> => {
    const coming = modules.get(name) ?? fetchIndexFile(plainFetch, folder + name);
    modules.set(name, coming);
    coming.catch(() => modules.delete(name));
    return coming;
  };
  const answer = (path: string): Promise<Uint8Array> => {
    const [, key, name = ''] = /^([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (key !== undefined && name === 'pagefind-entry.json')
      return Promise.resolve(new TextEncoder().encode(entryOf(key)));
    return name.startsWith('wasm.') ? getModule(name) : fetchIndexFile(plainFetch, folder + path);
  };
  const get = async (path: string): Promise<Uint8Array> => {
    try {
      return await answer(path);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      onFailure(failure);
      throw failure;
    }
  };
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const address = url.origin + url.pathname;
    if (!address.startsWith(folder)) return plainFetch(input, init);
    return new Response((await get(address.slice(folder.length))).slice());
  };
  return { get };
}

/** The bytes are judged, not the status: a block page comes with 200, 302 or 403. */
async function fetchIndexFile(plainFetch: typeof fetch, address: string): Promise<Uint8Array> {
  const isList = address.endsWith('.json');
  const answer = await plainFetch(address, {
    credentials: 'omit',
    cache: isList ? 'no-cache' : 'default',
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (isList) JSON.parse(new TextDecoder().decode(bytes));
  else if (!isIndexData(bytes)) throw new Error(`${address}: not a part of the index`);
  return bytes;
}

function isIndexData(bytes: Uint8Array): boolean {
  const unpacked = new TextDecoder().decode(bytes.subarray(0, UNPACKED.length)) === UNPACKED;
  return unpacked || GZIP.every((byte, index) => bytes[index] === byte);
}
