import { readBelow } from '@tamizdat/files';
import { decode } from '../article/addresses.ts';
import { PICTURE_MAX_BYTES } from '../limits.ts';

/** Where systems keep uploads, in their addresses: what follows is the path in the folder that was copied. */
const PREFIXES = [
  /^.*?\/wp-content\/uploads\//,
  /^.*?\/content\/images\//,
  /^.*?\/uploads\//,
  /^\/+/,
];
/** A smaller copy that WordPress made: `harbour-300x200.jpg`. */
const SIZED = /-\d{2,5}x\d{2,5}(?=\.[a-z]{3,4}$)/i;

/** A picture of the uploads. */
export interface FoundPicture {
  /** Path in the uploads. */
  path: string;
  bytes: Buffer;
}

/**
 * Finds the file of a picture in the folder of uploads; of a smaller copy the original. Follows no link, and asks nobody.
 * @param ownHosts Hosts whose addresses were the outlet's own.
 */
export function findPicture(
  address: string,
  uploads: string,
  ownHosts: ReadonlySet<string>,
): FoundPicture | undefined {
  const path = pathOf(address, ownHosts);
  if (path === undefined) return undefined;
  const inside = PREFIXES.filter((prefix) => prefix.test(path)).map((prefix) =>
    path.replace(prefix, ''),
  );
  const tried = [...new Set(inside)].flatMap((one) =>
    SIZED.test(one) ? [one.replace(SIZED, ''), one] : [one],
  );
  for (const one of tried) {
    const bytes = readQuietly(uploads, one.replace(/^content\/images\//, ''));
    if (bytes !== undefined) return { path: one, bytes };
  }
  return undefined;
}

function pathOf(address: string, ownHosts: ReadonlySet<string>): string | undefined {
  const plain = address.replace(/^__GHOST_URL__/, '').trim();
  if (plain === '' || /^(?:data|blob|javascript):/i.test(plain)) return undefined;
  const url = URL.parse(plain, 'https://outlet.invalid/');
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    (url.host !== 'outlet.invalid' && !ownHosts.has(url.host))
  )
    return undefined;
  return decode(url.pathname);
}

/** Nothing where it is no plain file below the folder, on a way without links. */
function readQuietly(root: string, path: string): Buffer | undefined {
  try {
    return Buffer.from(readBelow(root, path, PICTURE_MAX_BYTES));
  } catch {
    return undefined;
  }
}
