import path from 'node:path';
import { isBaseAddress, openFolder, openMirror, type Source } from '@tamizdat/release';
import { UsageError } from '../frame/usage-error.ts';

/**
 * Opens a folder, or a mirror by its address, with or without the slash at its end.
 * @throws UsageError; SourceError where there is no such folder
 */
export function openPlace(place: string): Source {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return openFolder(path.resolve(place));
  const base = URL.parse(place.endsWith('/') ? place : `${place}/`)?.href;
  if (base !== undefined && isBaseAddress(base)) return openMirror(base);
  throw new UsageError(
    'A mirror’s address is such as https://mirror.example/site/, without user, query or fragment.',
  );
}
