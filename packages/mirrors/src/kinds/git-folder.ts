import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeAll } from '@tamizdat/files';

/** What is kept of a repository: objects, whose names are their hashes, and which of them were fetched. */
const KEPT: readonly string[] = ['objects', 'refs', 'packed-refs', 'shallow'];

/** Where git would look for objects, or take them from, besides its own folder of them. */
const ELSEWHERE = ['objects/info'];

/** Hooks are looked for nowhere: neither those of this machine nor some that came with a repository. */
export const NO_HOOKS = 'core.hooksPath=/dev/null';

/**
 * Opens a bare repository that lies in a folder from one run to the next. All of it but objects and refs is made anew;
 * where an object is not what its name says, they are too: git reads most objects without looking.
 * @param folder Absolute.
 * @param git Runs git in it with these arguments, and rejects where that ends with a fault.
 * @throws what `git` rejects with where there can be no repository
 */
export async function openGitFolder(
  folder: string,
  git: (args: readonly string[]) => Promise<unknown>,
): Promise<void> {
  // Without the templates of this machine, hooks among them.
  const init = ['init', '--quiet', '--bare', '--template=', folder];
  const isKept = clearGitFolder(folder);
  await git(init);
  if (!isKept) return;
  try {
    await git(['fsck', '--no-dangling', '--no-progress', '--no-reflogs']);
  } catch {
    removeAll(dirname(folder), basename(folder));
    clearGitFolder(folder);
    await git(init);
  }
}

/**
 * Makes a folder ready to be a repository anew. It may have come from a cache that others can write to, and settings,
 * hooks, remotes or a link to another repository in it would be commands of theirs: so all goes but what git itself
 * can check.
 * @returns whether something of an earlier publication is there, to be checked
 */
function clearGitFolder(folder: string): boolean {
  const [root, name] = [dirname(folder), basename(folder)];
  mkdirSync(root, { recursive: true });
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    removeAll(root, name);
    mkdirSync(folder);
    return false;
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const isKept = KEPT.includes(entry.name) && (entry.isFile() || entry.isDirectory());
    if (!isKept) removeAll(root, `${name}/${entry.name}`);
  }
  for (const path of ELSEWHERE) removeAll(root, `${name}/${path}`);
  // A killed git leaves its locks, and nobody else works in this repository; a link leads out of it.
  for (const path of ['objects', 'refs']) removeOdd(root, `${name}/${path}`);
  return true;
}

/**
 * Takes away locks, and what is neither file nor folder. A walk of its own: it takes away while it walks, and what it
 * cannot list is git’s to tell.
 */
function removeOdd(root: string, path: string): void {
  const entries = listOr(join(root, path));
  for (const entry of entries) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) removeOdd(root, inner);
    else if (!entry.isFile() || entry.name.endsWith('.lock')) removeAll(root, inner);
  }
}

function listOr(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
