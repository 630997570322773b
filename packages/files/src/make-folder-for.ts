import { mkdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder, with those above it that are missing, for what is to be made in it.
 * @param folder Absolute.
 * @returns what takes away again the folders that were made, as far as nothing is in them
 */
export function makeFolderFor(folder: string): () => void {
  const first = mkdirSync(folder, { recursive: true });
  return () => {
    if (first === undefined) return;
    for (let at = path.resolve(folder); ; at = path.dirname(at)) {
      try {
        rmdirSync(at);
      } catch {
        // Somebody else put something there meanwhile: then it is wanted.
        return;
      }
      if (at === path.resolve(first) || at === path.dirname(at)) return;
    }
  };
}
