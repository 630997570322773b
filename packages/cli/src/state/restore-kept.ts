import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import {
  FormerBytes,
  type KeptRelease,
  type MakeReleaseOptions,
  parsePublishedName,
  publishedFolder,
  type RestoredState,
  restoreState,
  saveState,
  syncRelease,
} from '@tamizdat/release';
import { nameRefusal, writeWhole } from '@tamizdat/files';
import { ReleaseError } from '@tamizdat/verify';
import { type BranchFile, PUBLISHED, publishedKind } from './branch-listing.ts';

/** Where what was fetched goes: folders that are empty, or are not there. */
export interface Destination {
  state: string;
  /** Undefined where a build makes the tree. */
  tree: string | undefined;
}

/** Whose it must be. */
export interface Expected {
  /** All roots of the outlet, ascending; undefined where this machine does not know them. */
  roots: MakeReleaseOptions['roots'] | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** Gives the bytes of files that were kept elsewhere. Each is read to its end before the next. */
export interface KeptReader {
  read: (file: BranchFile) => Promise<Uint8Array<ArrayBuffer>>;
  stream: (file: BranchFile) => AsyncIterable<Uint8Array>;
}

type Files = ReadonlyMap<string, BranchFile>;

/**
 * Verifies what was fetched, and writes what of it the outlet signed: at once, when all of it is verified.
 * @returns what was restored
 * @throws ReleaseError, ToldError
 */
export async function verifyKept(
  files: Files,
  reader: KeptReader,
  { roots, now }: Expected,
): Promise<RestoredState> {
  return restoreState(await readKept(files, reader), roots, now);
}

async function readKept(files: Files, reader: KeptReader): Promise<KeptRelease> {
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
    const file = files.get(name);
    if (file === undefined) throw new ReleaseError('missing', { at: name });
    return reader.read(file);
  };
  const published = new Map<string, Uint8Array<ArrayBuffer>>();
  const bytes = new Set<string>();
  for (const path of files.keys()) {
    const kind = publishedKind(path);
    const name = path.slice(PUBLISHED.length);
    if (kind === 'bytes') bytes.add(name);
    else if (kind !== undefined) published.set(name, await read(path));
  }
  const timestamp = 'tree/release/timestamp.json';
  return {
    state: await read('release/state.json'),
    ...(files.has(timestamp) ? { timestamp: await read(timestamp) } : {}),
    published,
    bytes,
  };
}

/**
 * Writes what was verified, file by file compared with the signed tree, beside its places first: a branch that turns
 * out to be false leaves nothing here.
 * @returns how many files of the branch's tree were left out, because the release does not name them
 * @throws ReleaseError
 */
export async function writeKept(
  restored: RestoredState,
  files: Files,
  reader: KeptReader,
  { state, tree }: Destination,
): Promise<number> {
  const parts = { state: partOf(state), tree: partOf(tree ?? state) };
  try {
    const former = new FormerBytes(path.join(parts.state, 'former'));
    for (const { path: name, hash } of restored.files) {
      const place = path.join(parts.tree, name);
      await writeVerified(files.get(`tree/${name}`), { name, hash, place }, reader);
      former.keep(place, hash);
    }
    await writePublished(restored, files, reader, publishedFolder(parts.state));
    saveState(parts.state, restored.state);
    if (tree !== undefined) {
      syncRelease(parts.state, restored.state, parts.tree);
      moveInto(tree, parts.tree);
    }
    moveInto(state, parts.state);
  } finally {
    for (const part of Object.values(parts)) rmSync(part, { recursive: true, force: true });
  }
  return countLeftOut(restored, files);
}

const partOf = (folder: string): string => `${folder}.${randomBytes(8).toString('hex')}.part`;

function moveInto(folder: string, part: string): void {
  if (existsSync(folder)) rmdirSync(folder);
  mkdirSync(path.dirname(folder), { recursive: true });
  renameSync(part, folder);
}

async function writePublished(
  { published }: RestoredState,
  files: Files,
  reader: KeptReader,
  folder: string,
): Promise<void> {
  for (const [name, bytes] of published) {
    const place = path.join(folder, name);
    const hash = parsePublishedName(name)?.hash ?? '';
    if (bytes === undefined)
      await writeVerified(files.get(PUBLISHED + name), { name, hash, place }, reader);
    else writeWhole(place, bytes);
  }
}

/** @throws ReleaseError `missing`, `file-mismatch` */
async function writeVerified(
  file: BranchFile | undefined,
  { name, hash, place }: { name: string; hash: string; place: string },
  reader: KeptReader,
): Promise<void> {
  if (file === undefined) throw new ReleaseError('missing', { at: name });
  mkdirSync(path.dirname(place), { recursive: true });
  const handle = openSync(place, 'wx');
  const sum = createHash('sha256');
  try {
    for await (const chunk of reader.stream(file)) {
      sum.update(chunk);
      for (let at = 0; at < chunk.length;)
        at += nameRefusal(place, () => writeSync(handle, chunk, at));
    }
  } finally {
    closeSync(handle);
  }
  const found = sum.digest('hex');
  if (found !== hash) throw new ReleaseError('file-mismatch', { at: name, expected: hash, found });
}

function countLeftOut({ files: signed }: RestoredState, files: Files): number {
  const names = new Set(signed.map((file) => `tree/${file.path}`));
  const inTree = [...files.keys()].filter(
    (name) => name.startsWith('tree/') && !name.startsWith('tree/release/'),
  );
  return inTree.filter((name) => !names.has(name)).length;
}
