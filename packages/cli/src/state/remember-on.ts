import path from 'node:path';
import type { Trust } from '@tamizdat/verify';
import { addressOf, ask, fetchKept, git, refOf, type StateBranch } from './state-branch.ts';

/** Somebody may push at the same moment: then it is done again on top of that. */
const ATTEMPTS = 3;

export interface Remembered {
  /** Where the record stands on the branch. */
  file: string;
  /** The record, and its bytes. */
  record: Trust;
  text: string;
  /** RFC 3339: the time of the commit. */
  at: string;
}

/**
 * Puts the record of the newest release on a branch, in one commit on top of what is there; no other file and no
 * checkout is touched, and a record of a newer release stays.
 * @returns why it cannot be pushed; undefined where it was, or was there
 * @throws Error where the branch cannot be fetched
 */
export async function rememberOn(
  place: StateBranch,
  remembered: Remembered,
): Promise<string | undefined> {
  let fault: string | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await fetchKept(place);
    if (await isNewer(place, remembered)) return undefined;
    fault = await push(place, remembered);
    if (fault === undefined) return undefined;
  }
  return fault;
}

async function isNewer(place: StateBranch, { file, record }: Remembered): Promise<boolean> {
  const there = await ask(place, ['ls-tree', '--name-only', refOf(place), file]);
  if (there === '') return false;
  const found = await git(place, ['cat-file', 'blob', `${refOf(place)}:${file}`]);
  try {
    const { release } = JSON.parse(found) as Partial<Record<string, unknown>>;
    return Number.isSafeInteger(release) && Number(release) > record.release;
  } catch {
    return false;
  }
}

async function push(
  place: StateBranch,
  { file, record, text, at }: Remembered,
): Promise<string | undefined> {
  const ref = refOf(place);
  const within = { index: path.join(place.repository, 'index-remember') };
  await git(place, ['read-tree', ref], within);
  const object = await ask(place, ['hash-object', '-w', '--stdin'], { input: text });
  await git(place, ['update-index', '--add', '--cacheinfo', `100644,${object},${file}`], within);
  const tree = await ask(place, ['write-tree'], within);
  if (tree === (await ask(place, ['rev-parse', `${ref}^{tree}`]))) return undefined;
  const input = `Remember release ${record.release} [skip ci]\n`;
  const commit = await ask(place, ['commit-tree', tree, '-p', ref], { input, at });
  try {
    await git(place, ['push', '--quiet', await addressOf(place), `${commit}:${ref}`]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
