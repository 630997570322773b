import { realpathSync } from 'node:fs';
import path from 'node:path';

/** Whether a path is a folder or lies somewhere in it. Links are followed as far as the path exists. */
export function isWithin(place: string, folder: string): boolean {
  const from = path.relative(resolveLinks(folder), resolveLinks(place));
  return from === '' || (from.split(path.sep)[0] !== '..' && !path.isAbsolute(from));
}

function resolveLinks(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    const parent = path.dirname(place);
    return parent === place ? place : path.join(resolveLinks(parent), path.basename(place));
  }
}
