import type { Changes } from '../load-changes.ts';
import { readFormer, readPresent } from '../read-sides.ts';
import { hasAddresses } from './addresses.ts';

/** A file's text at the base and as a pull request makes it; undefined where there is none. */
export interface Sides {
  before?: string;
  after?: string;
}

/** The files that say who the outlet is and where readers are sent, by their paths, as far as a pull request touches them. */
export type ChangedSettings = Readonly<Record<string, Sides>>;

/**
 * Reads both sides of every record and text that says where readers are sent, untrusted, where a pull request adds,
 * changes or deletes it.
 * @param cwd A folder of the repository.
 */
export async function loadChangedSettings(
  cwd: string,
  { files, content }: Changes,
): Promise<ChangedSettings> {
  const changed = files.flatMap((file) => {
    const path = file.path.startsWith(content) ? file.path.slice(content.length) : '';
    return hasAddresses(path) ? [{ ...file, path }] : [];
  });
  const settings: Record<string, Sides> = {};
  await readFormer(cwd, changed, (path, before) => {
    settings[path] = { ...settings[path], before };
  });
  await readPresent(cwd, changed, (path, after) => {
    settings[path] = { ...settings[path], after };
  });
  return settings;
}
