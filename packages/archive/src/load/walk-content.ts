import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isDeviceName } from '@tamizdat/article-schema/device-names';
import type { Problem } from '@tamizdat/problem';
import { CONTENT_DEPTH_MAX, CONTENT_FILES_MAX } from '../limits.ts';
import { FILE_PROBLEMS, fileProblem, nameCollision } from './file-problems.ts';
import { mayHold } from './is-within.ts';

/** A file of the content folder. */
export interface ContentFile {
  /** Relative to the content folder, `/`-separated, NFC: what everything else calls it. */
  path: string;
  /** The same as the disk spells it. */
  onDisk: string;
}

/** What a content folder holds, in the order of the paths' code units. */
export interface ContentWalk {
  files: ContentFile[];
  problems: Problem[];
}

interface Walk extends ContentWalk {
  root: string;
  realRoot: string;
  name: string;
  /** As `LoadOptions.only` names them; everything where absent. */
  only: readonly string[] | undefined;
}

/**
 * Lists the files of a content folder: bounded in number and depth, never out of the folder. Hidden files
 * are told of and left out. Does not read them. Where only some are asked for, the folders of other articles are
 * not listed either: their `index.md` is taken to be there. A walk of its own, because it tells what is wrong with names
 * and links on the way, and knows a path under two spellings.
 */
export function walkContent(root: string, name: string, only?: readonly string[]): ContentWalk {
  const walk: Walk = { root, realRoot: realpathSync(root), name, only, files: [], problems: [] };
  walkFolder(walk, '', 0);
  walk.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: walk.files, problems: walk.problems };
}

function report(walk: Walk, path: string, finding: Parameters<typeof fileProblem>[1]): void {
  walk.problems.push(fileProblem(path === '' ? walk.name : `${walk.name}/${path}`, finding));
}

function walkFolder(walk: Walk, folder: string, depth: number): void {
  if (depth > CONTENT_DEPTH_MAX) {
    report(walk, folder, FILE_PROBLEMS.tooDeep);
    return;
  }
  const entries = readFolder(walk, folder);
  findCollisions(walk, folder, entries);
  for (const entry of entries) {
    if (walk.files.length >= CONTENT_FILES_MAX) {
      if (walk.files.length === CONTENT_FILES_MAX) report(walk, folder, FILE_PROBLEMS.tooMany);
      return;
    }
    visit(walk, folder === '' ? entry.name : `${folder}/${entry.name}`, entry, depth);
  }
}

function readFolder(walk: Walk, folder: string): Dirent[] {
  try {
    return readdirSync(join(walk.root, folder), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    report(walk, folder, FILE_PROBLEMS.unreadable);
    return [];
  }
}

/** What cannot be seen in a name, and what stands for bytes that are not UTF-8. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\uFFFD]|(?![\u200C\u200D\uFE0E\uFE0F])\p{Default_Ignorable_Code_Point}/u;

/** Names no file can have on Windows (Microsoft, “Naming Files, Paths, and Namespaces”). */
function isStrangeToWindows(name: string): boolean {
  return /[<>:"|?*\\]|[ .]$/.test(name) || isDeviceName(name);
}

function visit(walk: Walk, path: string, entry: Dirent, depth: number): void {
  if (entry.name.startsWith('.')) {
    tellHidden(walk, path, entry);
    return;
  }
  if (isStrangeToWindows(entry.name)) report(walk, path, FILE_PROBLEMS.windows);
  if (UNSEEN.test(entry.name)) report(walk, path, FILE_PROBLEMS.name);
  else if (entry.isDirectory()) {
    if (isOtherArticle(walk, path)) add(walk, `${path}/index.md`);
    else walkFolder(walk, path, depth + 1);
  } else if (entry.isFile()) add(walk, path);
  else if (entry.isSymbolicLink()) report(walk, path, judgeLink(walk, path));
  else report(walk, path, FILE_PROBLEMS.special);
}

/** What tells git of a content folder that is a repository of its own, and what macOS puts into each folder that is looked at. */
const EXPECTED = /^\.git(?:ignore|attributes|keep)?$|^(?:.+\/)?\.(?:DS_Store|gitkeep)$/;

function tellHidden(walk: Walk, path: string, entry: Dirent): void {
  if (entry.isSymbolicLink()) report(walk, path, FILE_PROBLEMS.hiddenLink);
  else if (!EXPECTED.test(path)) report(walk, path, FILE_PROBLEMS.hidden);
}

/** `articles/<language>/<year>/<month>/<day>-<name>`, where it is not asked for. */
const ARTICLE_FOLDER = /^articles\/[^/]+\/\d{4}\/\d{2}\/[^/]+$/;

function isOtherArticle({ only }: Walk, path: string): boolean {
  return only !== undefined && ARTICLE_FOLDER.test(path) && !mayHold(path.normalize('NFC'), only);
}

function add(walk: Walk, path: string): void {
  walk.files.push({ path: path.normalize('NFC'), onDisk: path });
}

function judgeLink(walk: Walk, path: string): Parameters<typeof fileProblem>[1] {
  try {
    const target = realpathSync(join(walk.root, path));
    const inside = relative(walk.realRoot, target);
    if (inside === '..' || inside.startsWith(`..${sep}`)) return FILE_PROBLEMS.linkOutside;
    const facts = statSync(target);
    if (facts.isDirectory()) return FILE_PROBLEMS.linkFolder;
    return facts.isFile() ? FILE_PROBLEMS.linkInside : FILE_PROBLEMS.special;
  } catch {
    return FILE_PROBLEMS.linkBroken;
  }
}

function findCollisions(walk: Walk, folder: string, entries: readonly Dirent[]): void {
  if (entries.length < 2) return;
  const groups = Map.groupBy(entries, ({ name }) => name.normalize('NFC').toLowerCase());
  for (const group of groups.values()) {
    if (group.length > 1) report(walk, folder, nameCollision(group.map(({ name }) => name)));
  }
}
