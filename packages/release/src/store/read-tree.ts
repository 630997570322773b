import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { decodeNode, isLeaf } from '@tamizdat/verify/format';
import { ToldError } from '@tamizdat/problem';
import type { TreeRoot } from '../tree/build-index.ts';
import { buildTree, type TreeSummary } from '../tree/build-tree.ts';
import type { ReadNode } from '../tree/leaf-row.ts';
import { listFolder, readRecords } from '../tree/read-folder.ts';
import { updateTree } from '../tree/update-tree.ts';
import { isMissing } from '@tamizdat/files';

export interface ReadTree {
  summary: TreeSummary;
  /** Nodes and blocks that the former tree did not have. */
  nodes: ReadonlyMap<string, Uint8Array>;
  /** Which of them stand above leaves, from the root down. */
  index: string[];
  /** Those of the former tree that are not needed any more; a few may be. */
  dropped: string[];
  /** Files that were read. */
  hashed: number;
}

/** Gives the root of a tree that is summed up. */
export function toRoot({ root, level }: TreeSummary): TreeRoot {
  return { hash: root, level };
}

/**
 * Reads what changed in a folder, or all of it, and gives its tree.
 * @param changed Paths that may have changed or be gone; undefined to read everything.
 */
export function readTree(
  folder: string,
  former: TreeSummary | undefined,
  changed: readonly string[] | undefined,
  read: ReadNode,
): ReadTree {
  if (former !== undefined && changed !== undefined) {
    const { present, gone } = partPaths(folder, changed);
    const changes = { put: readRecords(folder, present), removed: gone };
    return { ...updateTree(former, changes, read), hashed: present.length };
  }
  const built = buildTree(readRecords(folder, listFolder(folder)));
  const old = former === undefined ? new Set<string>() : listNodes(toRoot(former), read);
  return {
    summary: built.summary,
    nodes: new Map([...built.nodes].filter(([hash]) => !old.has(hash))),
    index: built.index.filter((hash) => !old.has(hash)),
    dropped: [...old].filter((hash) => !built.nodes.has(hash)),
    hashed: built.summary.files,
  };
}

function partPaths(
  folder: string,
  paths: readonly string[],
): { present: string[]; gone: string[] } {
  const present: string[] = [];
  const gone: string[] = [];
  for (const path of new Set(paths)) (isFile(folder, path) ? present : gone).push(path);
  return { present: present.sort(), gone };
}

function isFile(folder: string, path: string): boolean {
  try {
    const entry = lstatSync(join(folder, path));
    if (entry.isFile()) return true;
    if (entry.isDirectory()) return false;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  throw new ToldError(
    'not-a-file',
    { en: `Neither file nor folder: ${path}.`, ru: `Не файл и не папка: ${path}.` },
    {
      en: 'A tree holds files alone. Put a copy in place of a link.',
      ru: 'В дереве бывают только файлы. Положите вместо ссылки копию.',
    },
  );
}

/** Lists the hashes of all nodes and blocks of a tree. Reads all nodes. */
export function listNodes(root: TreeRoot, read: ReadNode): Set<string> {
  const hashes = new Set<string>();
  let level = [root.hash];
  while (level.length > 0) {
    const nodes = level.map((hash) => decodeNode(read(hash)));
    for (const hash of level) hashes.add(hash);
    for (const node of nodes) if (isLeaf(node)) for (const block of node.blocks) hashes.add(block);
    level = nodes.flatMap((node) => (isLeaf(node) ? [] : node.children.map(({ hash }) => hash)));
  }
  return hashes;
}
