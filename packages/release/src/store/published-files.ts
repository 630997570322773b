import { type FileRole, MAX_BYTES, parseRelease } from '@tamizdat/verify';
import { listHeadFiles } from '../sign/head-files.ts';
import type { ReadNode } from '../tree/leaf-row.ts';
import { bytesPath } from './hold-bytes.ts';
import { MAX_LIST_BYTES } from './limits.ts';
import { nodePath } from './node-files.ts';
import { listNodes, toRoot } from './read-tree.ts';
import type { ReleaseState } from './release-state.ts';

const NODE = /^nodes\/([0-9a-f]{2})\/([0-9a-f]{62})$/;
const TARGET = /^targets\/([0-9a-f]{64})\.(release|mirrors)\.json$/;
const METADATA = /^[1-9]\d{0,14}\.(root|targets|snapshot|addresses)\.json$/;
const BYTES = /^files\/([0-9a-f]{64})$/;

/** What a name in `release/` says of a file that never changes (SPEC 6.1, 5.2, 11.1). */
export interface PublishedName {
  kind: 'node' | 'target' | 'metadata' | 'bytes';
  /** SHA-256 of its bytes, where its name says it. */
  hash?: string;
  /** Bytes that it may have. */
  limit: number;
}

/** Reads a name in `release/`; undefined for one that no release gives to a file that stays as it is. */
export function parsePublishedName(name: string): PublishedName | undefined {
  const node = NODE.exec(name);
  if (node)
    return { kind: 'node', hash: `${node[1] ?? ''}${node[2] ?? ''}`, limit: MAX_LIST_BYTES };
  const target = TARGET.exec(name);
  if (target)
    return {
      kind: 'target',
      hash: target[1] ?? '',
      limit: MAX_BYTES[target[2] === 'release' ? 'release.json' : 'mirrors.json'],
    };
  const role = METADATA.exec(name)?.[1] as FileRole | undefined;
  if (role) return { kind: 'metadata', limit: MAX_BYTES[role] };
  const bytes = BYTES.exec(name);
  return bytes ? { kind: 'bytes', hash: bytes[1] ?? '', limit: Infinity } : undefined;
}

/**
 * Everything in `release/` that a state speaks of, apart from what every release writes anew.
 * @param ofTree Hashes of the nodes and blocks of its tree; all leaves are read for them where they are not known.
 */
export function listPublished(
  { head, summary, ledger, stale }: Omit<ReleaseState, 'bundled'>,
  read: ReadNode,
  ofTree: Iterable<string> = listNodes(toRoot(summary), read),
): Set<string> {
  const taken = parseRelease(head.release).removed;
  const nodes = [
    ...ofTree,
    ...ledger.flatMap((entry) => entry.nodes),
    ...stale,
    ...(taken ? [taken.sha256] : []),
  ];
  const names = new Set([
    ...listHeadFiles(head).keys(),
    ...nodes.map(nodePath),
    ...ledger.flatMap(({ files }) => files),
    ...ledger.flatMap(({ bytes }) => bytes.map(({ hash }) => bytesPath(hash))),
  ]);
  names.delete('timestamp.json');
  return names;
}
