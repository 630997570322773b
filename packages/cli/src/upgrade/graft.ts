import type { Git } from './open-git.ts';

/** An entry of a tree: mode, type and object, as git lists them. */
type Entry = string;

/** @returns the entry at a path of a tree; undefined where there is none */
export async function entryAt(git: Git, tree: string, path: string): Promise<Entry | undefined> {
  const listed = await git(['ls-tree', '-z', '--full-tree', tree, '--', path]);
  return listed === '' ? undefined : listed.slice(0, listed.indexOf('\t'));
}

/**
 * Makes a tree that is another one but for one place in it.
 * @param entry What stands there then; undefined: nothing.
 * @returns its object
 */
export async function graft(
  git: Git,
  tree: string,
  place: string,
  entry: Entry | undefined,
): Promise<string> {
  const [name = '', ...inner] = place.split('/');
  const rows = (await git(['ls-tree', '-z', '--full-tree', tree])).split('\0').slice(0, -1);
  const others = rows.filter((row) => row.slice(row.indexOf('\t') + 1) !== name);
  const own = inner.length === 0 ? entry : await graftInto(git, tree, name, inner, entry);
  const all = own === undefined ? others : [...others, `${own}\t${name}`];
  return (await git(['mktree', '-z'], { input: all.map((row) => `${row}\0`).join('') })).trim();
}

async function graftInto(
  git: Git,
  tree: string,
  name: string,
  inner: readonly string[],
  entry: Entry | undefined,
): Promise<Entry | undefined> {
  const former = await entryAt(git, tree, name);
  const isFolder = former?.startsWith('040000 ') === true;
  if (!isFolder && entry === undefined) return former;
  const empty = (await git(['mktree'])).trim();
  const folder = isFolder ? (former.split(' ')[2] ?? '') : empty;
  const made = await graft(git, folder, inner.join('/'), entry);
  return made === empty ? undefined : `040000 tree ${made}`;
}
