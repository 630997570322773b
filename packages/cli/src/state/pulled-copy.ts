import { createReadStream, existsSync, lstatSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { walkFolder } from '@tamizdat/files';
import { parsePublishedName, saveState, type SignedHead } from '@tamizdat/release';
import { parseBundle, parseClaim, parseMetadata, parseRelease } from '@tamizdat/verify';
import { type BranchFile, PUBLISHED } from './branch-listing.ts';
import type { KeptReader } from './restore-kept.ts';

/** Reads the files of a copy on this disk. */
export const fileReader: KeptReader = {
  read: async ({ object }) => new Uint8Array(await readFile(object)),
  stream: ({ object }) => createReadStream(object),
};

/** Reads the signed head of a copy that was pulled, with all its roots. */
export function readHead(copy: string): SignedHead {
  const read = (name: string) => new Uint8Array(readFileSync(path.join(copy, 'release', name)));
  const { files } = parseBundle(read('bundle.json'));
  const roots: SignedHead['roots'] = [];
  for (let version = 1; existsSync(path.join(copy, `release/${version}.root.json`)); version++)
    roots.push(read(`${version}.root.json`));
  const { timestamp, snapshot, targets, release, mirrors, addresses } = files;
  const lister = parseMetadata(addresses ?? targets, addresses ? 'addresses' : 'targets');
  const listed = parseClaim(lister, 'targets', 'mirrors.json').sha256;
  return {
    ...{ roots, timestamp, snapshot, targets, release },
    mirrors: mirrors ?? read(`targets/${listed}.mirrors.json`),
    ...(addresses && { addresses }),
  };
}

/**
 * Lists a copy as a branch would hold it, with a state that says no more than what was signed: the rest is worked out
 * anew (`restoreState`).
 * @param work Folder for that state.
 */
export function listCopy(copy: string, head: SignedHead, work: string): Map<string, BranchFile> {
  const { tree, limits } = parseRelease(head.release);
  const { root, files, bytes } = tree;
  const summary = { root, level: limits.depth - 1, files, bytes, mixedCase: [] };
  saveState(work, { head, summary, ledger: [], stale: [], bundled: [] });
  const named = walkFolder(copy).files.flatMap((name): [string, string][] => {
    const place = path.join(copy, name);
    const published = name.slice('release/'.length);
    if (!name.startsWith('release/')) return [[`tree/${name}`, place]];
    return parsePublishedName(published) ? [[PUBLISHED + published, place]] : [];
  });
  return new Map(
    [...named, ['release/state.json', path.join(work, 'state.json')] as const].map(
      ([name, place]) => [name, { object: place, size: lstatSync(place).size }],
    ),
  );
}
