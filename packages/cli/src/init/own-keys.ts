import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fingerprintOf } from '@tamizdat/release';
import { makeKeys, refuseFolders } from '../keys/make-keys.ts';
import { loadRoots } from '../keys/root-files.ts';
import { writeSheets } from '../keys/write-sheets.ts';

/** Where the keys of an outlet go unless another folder is named: beside the folder that holds the content’s. */
export function keysBeside(content: string): string {
  const home = path.dirname(content);
  return path.join(path.dirname(home), `${path.basename(home)}-keys`);
}

/** The keys of a new outlet. */
export interface OwnKeys {
  fingerprint: string;
  root: Uint8Array;
  /** Recovery sheets that are to be printed; none where the keys were there before. */
  sheets: string[];
}

/** Whether keys were made before, by `keys init` or by a run that was interrupted behind them. */
export const hasKeys = (folder: string): boolean => existsSync(path.join(folder, 'root.json'));

/** Takes the keys of a folder. @throws UsageError where they are none */
export async function takeKeys(folder: string): Promise<OwnKeys> {
  const [root = new Uint8Array()] = await loadRoots(folder);
  return { fingerprint: fingerprintOf(root), root, sheets: [] };
}

/**
 * Makes the keys with their sheets in a folder of their own, and then gives it its name: there are all or none.
 * @param published Folders that readers get.
 * @throws UsageError
 */
export function makeOwnKeys(
  folder: string,
  passphrase: string,
  published: readonly string[],
): OwnKeys {
  refuseFolders([folder], published);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  try {
    const { fingerprint, root, recoverySheets } = makeKeys(part, passphrase);
    const sheets = writeSheets(path.join(part, 'sheets'), recoverySheets);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    const moved = sheets.map((file) => path.join(folder, 'sheets', path.basename(file)));
    return { fingerprint, root, sheets: moved };
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}
