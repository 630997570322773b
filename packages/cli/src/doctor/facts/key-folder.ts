import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readPlain } from '@tamizdat/files';
import {
  isReadableByOthers,
  SEED_PREFIX,
  type SeenKeyFile,
  surveyKeyFiles,
} from '@tamizdat/release';
import { KEY_FOLDER_FILES, KEY_TEXT_BYTES } from '../limits.ts';

/** What lies in a folder of keys. Of secrets only where they are. */
export interface KeyFolder {
  folder: string;
  /** Whether others on this machine can look into it. */
  isReadable: boolean;
  files: SeenKeyFile[];
  /** Files that hold a key without a passphrase, as `keys export` writes it. */
  plain: string[];
  /** Recovery sheets. */
  sheets: string[];
}

/** Looks into a folder of keys. @throws Error where it cannot be read */
export function loadKeyFolder(folder: string): KeyFolder {
  const all = listFiles(folder);
  const sheets = all.filter((file) => path.basename(file).startsWith('recovery-root-'));
  return {
    folder,
    isReadable: isReadableByOthers(folder),
    files: surveyKeyFiles(folder),
    plain: all.filter((file) => !sheets.includes(file) && holdsSeed(file)),
    sheets,
  };
}

/** Files of the folder and of those right below it: sheets have one of their own. */
function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).slice(0, KEY_FOLDER_FILES);
  return entries.flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isFile()) return [place];
    return entry.isDirectory() ? listBelow(place) : [];
  });
}

function listBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).slice(0, KEY_FOLDER_FILES);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(folder, name));
  } catch {
    return [];
  }
}

function holdsSeed(file: string): boolean {
  try {
    return new TextDecoder().decode(readPlain(file, KEY_TEXT_BYTES)).includes(SEED_PREFIX);
  } catch {
    // Too long, or of somebody else: no key is.
    return false;
  }
}
