import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Proxy } from '@tamizdat/http';
import { MAX_STATUS_BYTES, parseStatus, PulledFolder } from '@tamizdat/mirrors';
import { ToldError } from '@tamizdat/problem';
import { openFolder, openMirror, type Source } from '@tamizdat/release';
import { isBaseAddress } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { parseBase } from '../mirror/pull-arguments.ts';
import { say } from '../language/say.ts';

export interface PlaceOptions {
  /** To reach a mirror through. */
  proxy?: Proxy | undefined;
  /** Address that stands in a folder's feeds; found out where it is not given. */
  base?: string | undefined;
}

/**
 * Opens a folder, or a mirror by its address, with or without the slash at its end. A folder may hold a mirror's address
 * in its feeds (SPEC 8.2): that of `--base`, else the one that whoever published or pulled it noted.
 * @throws UsageError; SourceError where there is no such folder
 */
export async function openPlace(place: string, { proxy, base }: PlaceOptions): Promise<Source> {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) {
    const folder = path.resolve(place);
    const source = openFolder(folder);
    const known = base === undefined ? await readNotedBase(folder, source) : parseBase(base);
    return known === undefined ? source : { ...source, base: known };
  }
  if (base !== undefined)
    throw new UsageError(
      say({
        en: '--base is for folders: a mirror’s address is the one it is asked at.',
        ru: '--base — для папок: адрес зеркала — тот, по которому его спрашивают.',
      }),
    );
  const given = place.endsWith('/') ? place : `${place}/`;
  // `URL.parse` is not in every Node 20, with which readers may run this.
  const address = URL.canParse(given) ? new URL(given).href : undefined;
  if (address !== undefined && isBaseAddress(address)) return openMirror(address, { proxy });
  throw new UsageError(
    say({
      en: 'A mirror’s address is such as https://mirror.example/site/, without user, query or fragment.',
      ru: 'Адрес зеркала бывает таким: https://mirror.example/site/ — без имени пользователя, параметров и якоря.',
    }),
  );
}

/** Anybody may have written these notes: what they name is told with the verdict. */
async function readNotedBase(folder: string, source: Source): Promise<string | undefined> {
  const note = await source.read('release/published.json', MAX_STATUS_BYTES);
  const published = note && parseStatus(note)?.base;
  if (published) return published;
  // `releases/7-…` of a pulled copy, by itself or behind `current`.
  const releases = path.dirname(realpathSync(folder));
  if (path.basename(releases) !== 'releases') return undefined;
  try {
    return new PulledFolder(path.dirname(releases)).loadBase();
  } catch (error) {
    // A file of somebody else under that name says nothing of a base.
    if (error instanceof ToldError) return undefined;
    throw error;
  }
}
