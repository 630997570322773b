import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findFile } from '@tamizdat/archive';

/** What is of use to this outlet’s releases alone, and says where copies will stand. */
const KEPT_BACK: ReadonlySet<string> = new Set(['mirrors.yaml']);

/**
 * Copies files of the content as they lie there.
 * @param digests Every file by its path in the content.
 * @param whole Whether texts and records come too, or what articles show alone.
 * @returns how many
 */
export async function copyFiles(
  root: string,
  digests: ReadonlyMap<string, string>,
  out: string,
  whole: boolean,
): Promise<number> {
  const wanted = [...digests.keys()].filter((name) =>
    whole ? !KEPT_BACK.has(name) : /^articles\//.test(name) && !name.endsWith('.md'),
  );
  for (const name of wanted) {
    const from = await findFile(root, path.posix.dirname(name), path.posix.basename(name));
    if (from === undefined) throw Object.assign(new Error(`ENOENT: ${name}`), gone(root, name));
    await mkdir(path.join(out, path.posix.dirname(name)), { recursive: true });
    await copyFile(from, path.join(out, name));
  }
  return wanted.length;
}

/** As the file system says it, so that it is told like all else that it refuses. */
const gone = (root: string, name: string) => ({
  code: 'ENOENT',
  syscall: 'open',
  path: path.join(root, name),
});

/** The files beside each article, by its folder, with their digests. */
export function filesBeside(
  digests: ReadonlyMap<string, string>,
): Map<string, (readonly [string, string])[]> {
  const found = new Map<string, (readonly [string, string])[]>();
  for (const [name, digest] of digests) {
    const folder = path.posix.dirname(name);
    const file = path.posix.basename(name);
    if (!folder.startsWith('articles/') || file === 'index.md') continue;
    const others = found.get(folder) ?? [];
    found.set(
      folder,
      [...others, [file, digest] as const].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
  return found;
}
