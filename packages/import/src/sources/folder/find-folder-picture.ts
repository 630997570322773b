import { posix } from 'node:path';
import { readBelow } from '@tamizdat/files';
import { decode } from '../../article/addresses.ts';
import { PICTURE_MAX_BYTES } from '../../limits.ts';
import type { FoundPicture } from '../../write/find-picture.ts';
import { folderOf } from './fields-from-above.ts';
import { belowHost, type Site } from './site.ts';

/**
 * Finds the file of a picture in a site's folder: beside the text, or where the site keeps what it shows. Follows no
 * link, leaves no folder.
 * @param text Path of the text that shows it.
 */
export function findFolderPicture(
  root: string,
  site: Site,
  text: string,
  address: string,
): FoundPicture | undefined {
  for (const path of placesOf(site, text, address)) {
    const bytes = readQuietly(root, path);
    if (bytes !== undefined) return { path, bytes };
  }
  return undefined;
}

function placesOf(site: Site, text: string, address: string): string[] {
  const plain = decode(address.trim().replace(/[?#].*$/s, ''));
  const own = URL.parse(site.origin)?.host;
  const url = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(plain)
    ? URL.parse(plain, 'https://x.invalid/')
    : undefined;
  if (url === null || (url !== undefined && (url.host === '' || url.host !== own))) return [];
  const path = url === undefined ? plain : decode(url.pathname);
  const inside = path.replace(/^[~@]\//, 'src/');
  const below = belowHost(site.origin);
  const absolute = inside.replace(/^\/+/, '');
  const bare =
    below !== '' && `/${absolute}`.startsWith(`${below}/`)
      ? `/${absolute}`.slice(below.length + 1)
      : absolute;
  const beside = inside.startsWith('/') ? [] : [posix.join(folderOf(text), inside), inside];
  const kept = [...new Set([bare, absolute])].flatMap((one) =>
    site.pictures.map((folder) => posix.join(folder, one)),
  );
  return [...new Set([...beside, ...kept].map((one) => posix.normalize(one)))];
}

/** Nothing where it is no plain file below the folder, on a way without links. */
function readQuietly(root: string, path: string): Buffer | undefined {
  try {
    return Buffer.from(readBelow(root, path, PICTURE_MAX_BYTES));
  } catch {
    return undefined;
  }
}
