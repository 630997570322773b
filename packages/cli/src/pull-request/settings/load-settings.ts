import { readFormer, readPresent } from '../read-sides.ts';
import type { Changes } from '../load-changes.ts';

/** A file's text at the base and as a pull request makes it; undefined where there is none. */
export interface Sides {
  before?: string;
  after?: string;
}

/** The records that say who the outlet is and where readers are sent, as far as a pull request touches them. */
export type ChangedSettings = Partial<Record<(typeof FILES)[number], Sides>>;

const FILES = ['outlet.yaml', 'mirrors.yaml'] as const;

/**
 * Reads both sides of `outlet.yaml` and `mirrors.yaml`, untrusted, where a pull request adds, changes or deletes them.
 * @param cwd A folder of the repository.
 */
export async function loadChangedSettings(
  cwd: string,
  { files, content }: Changes,
): Promise<ChangedSettings> {
  const settings: ChangedSettings = {};
  for (const name of FILES) {
    const changed = files.filter(({ path }) => path === content + name);
    if (changed.length === 0) continue;
    const sides: Sides = {};
    await readFormer(cwd, changed, (_, text) => {
      sides.before = text;
    });
    await readPresent(cwd, changed, (_, text) => {
      sides.after = text;
    });
    settings[name] = sides;
  }
  return settings;
}
