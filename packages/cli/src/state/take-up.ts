import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ToldError } from '@tamizdat/problem';
import { parseState, publishedFolder, type SignedHead } from '@tamizdat/release';
import { parseMetadata, ReleaseError } from '@tamizdat/verify';
import { BlobReader } from './blob-reader.ts';
import { fetchKept, git, listKept, refOf, shownAddress, type StateBranch } from './state-branch.ts';

/** Where a commit lies that was not judged yet. */
const UNJUDGED = 'refs/tamizdat/unjudged';

/** The newest release on this machine. */
export interface Own {
  head: SignedHead;
  /** Folder of its history. */
  release: string;
  /** Folder of its tree. */
  tree: string;
}

/**
 * Takes what lies on the branch for fetched, where the history here goes on from it: then it may be put in its place,
 * though the repository that remembers what was fetched is gone, or older. Nothing that is signed for readers is lost by
 * that: the release on the branch was signed from here, and no newer timestamp than the own says that it is the newest.
 * @throws ToldError `state-kept-since`
 */
export async function takeUp(place: StateBranch, own: Own): Promise<void> {
  await fetchKept(place, { into: UNJUDGED });
  if (!(await isKnown(place, own))) throw await keptSince(place);
  await git(place, ['update-ref', refOf(place), UNJUDGED]);
}

async function isKnown(place: StateBranch, own: Own): Promise<boolean> {
  const reader = new BlobReader(place.repository);
  try {
    const files = await listKept(place, UNJUDGED);
    const [state, timestamp] = ['release/state.json', TIMESTAMP].map((name) => files.get(name));
    if (state === undefined) return false;
    const { head } = parseState(await reader.read(state), 'state.json');
    const stamp = timestamp === undefined ? head.timestamp : await reader.read(timestamp);
    return isOwnTargets(head.targets, own) && isStampedSince(own, [head.timestamp, stamp]);
  } catch (error) {
    if (error instanceof ReleaseError || error instanceof ToldError) return false;
    throw error;
  } finally {
    reader.close();
  }
}

const TIMESTAMP = 'tree/release/timestamp.json';

/** Of every release whose history is kept here lie the targets here, which name all of it. */
function isOwnTargets(targets: Uint8Array, { release }: Own): boolean {
  const name = `${parseMetadata(targets, 'targets').version}.targets.json`;
  const file = path.join(publishedFolder(release), name);
  return existsSync(file) && Buffer.compare(readFileSync(file), targets) === 0;
}

/** A reader who saw one timestamp takes none with the same number, or a lower one, for newer. */
function isStampedSince({ head, tree }: Own, theirs: readonly Uint8Array[]): boolean {
  const file = path.join(tree, 'release/timestamp.json');
  const ours = [head.timestamp, ...(existsSync(file) ? [readFileSync(file)] : [])];
  const newest = Math.max(...ours.map(stampVersion));
  return theirs.every(
    (stamp) => stampVersion(stamp) < newest || ours.some((own) => Buffer.compare(own, stamp) === 0),
  );
}

const stampVersion = (stamp: Uint8Array): number =>
  parseMetadata(new Uint8Array(stamp), 'timestamp').version;

async function keptSince(place: StateBranch): Promise<ToldError> {
  const { branch } = place;
  const address = await shownAddress(place);
  return new ToldError(
    'state-kept-since',
    {
      en: `The branch “${branch}” of ${address} keeps a release, or a timestamp, from which the history here does not go on. Nothing was put there.`,
      ru: `На ветке «${branch}» в ${address} лежит выпуск или отметка времени, от которых здешняя история не идёт. Туда ничего не положено.`,
    },
    {
      en: 'Another machine released or refreshed since. Move outlet-state/release elsewhere, take the history that is there (tamizdat state fetch --without-tree), build, and release again.',
      ru: 'С тех пор выпуск или отметку времени сделала другая машина. Перенесите outlet-state/release в другое место, возьмите историю оттуда (tamizdat state fetch --without-tree), соберите и выпустите заново.',
    },
  );
}
