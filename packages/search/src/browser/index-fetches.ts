/** gzip (RFC 1952, 2.3.1). */
const GZIP = [0x1f, 0x8b];
/** What Pagefind writes before its data; a host that unpacks gzip on the way leaves this in front. */
const UNPACKED = 'pagefind_dcd';

/**
 * Takes over the page's `fetch` for files below `folder`. Pagefind answers "nothing found" when a piece of its
 * index is missing, and takes a block page with status 200 for data; both become failures here, told to `onFailure`.
 * The requests carry no credentials and no made-up query, and the entry is asked for afresh.
 */
export function watchIndexFetches(folder: string, onFailure: (error: Error) => void): void {
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    if (!url.href.startsWith(folder)) return plainFetch(input, init);
    try {
      return await fetchIndexFile(plainFetch, url);
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      onFailure(failure);
      throw failure;
    }
  };
}

/** The bytes are judged, not the status: a block page comes with 200, 302 or 403. */
async function fetchIndexFile(plainFetch: typeof fetch, url: URL): Promise<Response> {
  const isEntry = url.pathname.endsWith('.json');
  const answer = await plainFetch(url.origin + url.pathname, {
    credentials: 'omit',
    cache: isEntry ? 'no-cache' : 'default',
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (isEntry) JSON.parse(new TextDecoder().decode(bytes));
  else if (!isIndexData(bytes)) throw new Error(`${url.pathname}: not a part of the index`);
  return new Response(bytes);
}

function isIndexData(bytes: Uint8Array): boolean {
  const unpacked = new TextDecoder().decode(bytes.subarray(0, UNPACKED.length)) === UNPACKED;
  return unpacked || GZIP.every((byte, index) => bytes[index] === byte);
}
