import { readdirSync } from 'node:fs';
import { loadState, nextMirrors, signAgain, type SignedHead } from '@tamizdat/release';
import { withLock } from '@tamizdat/tree';
import type { Proxy } from '@tamizdat/http';
import { type Mirror, parseMetadata } from '@tamizdat/verify';
import { loadRoots } from '../keys/root-files.ts';
import { saveRecord } from '../newest/record.ts';
import { contentFolder, releaseState } from '../release/find-outlet.ts';
import { readKeyring } from '../release/list-signers.ts';
import { openSigners } from '../release/open-signers.ts';
import { refuseForeign } from '../release/refuse-foreign.ts';
import { loadAnnounced } from './load-announced.ts';

/** Whose list is signed, and with what. */
export interface ListPlace {
  /** Folder of the released tree. */
  tree: string;
  /** Folder of the keys, or of the roots alone. */
  keys: string;
  content: string | undefined;
  proxy: Proxy | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Signs the list of mirrors that the content announces for the present release.
 * @param isAgain Whether the same list is to be a further one (SPEC 9.15).
 * @throws ToldError; Error `foreign-state`, `older-release`
 */
export async function signList(
  place: ListPlace,
  isAgain = false,
): Promise<{ head: SignedHead; mirrors: Mirror[] }> {
  const { tree, keys, content, proxy, now } = place;
  const state = releaseState(content);
  const mirrors = await loadAnnounced(contentFolder(content));
  const head = await withLock(`${state}.lock`, async () => {
    const { roots, signers } = await openListSigners(state, keys);
    await refuseForeign(state, { keys, roots, mirrors, now, proxy });
    const resigning = { what: 'mirrors', mirrors, isAgain, keys: signers } as const;
    const signed = signAgain({ state, tree }, resigning, now);
    await saveRecord(keys, signed, roots, now);
    return signed;
  });
  return { head, mirrors };
}

/**
 * Makes sure that a list could be signed now: the keys are at hand, the tree is there, and no other command is at work.
 * @throws what `signList` throws for these
 */
export async function ensureSignable({ tree, keys, content }: ListPlace): Promise<void> {
  const state = releaseState(content);
  await withLock(`${state}.lock`, () => openListSigners(state, keys));
  readdirSync(tree);
}

async function openListSigners(state: string, keys: string) {
  const roots = await loadRoots(keys);
  const { keyring, isDelegated } = await readKeyring(roots, loadState(state)?.head);
  const lister = isDelegated ? 'addresses' : 'targets';
  return { roots, signers: await openSigners(keys, keyring, [lister, 'snapshot', 'timestamp']) };
}

/**
 * Whether what signs a list that is left to a key of its own runs out within some days, so that the list is to be signed as
 * it is. Where it is not left, a release signs it.
 */
export function isListEnding(content: string | undefined, now: number, days: number): boolean {
  const head = loadState(releaseState(content))?.head;
  if (head?.addresses === undefined) return false;
  const { addresses, snapshot } = head;
  const ends = [parseMetadata(addresses, 'addresses'), parseMetadata(snapshot, 'snapshot')];
  return ends.some(({ expires }) => expires - now < days * DAY_MS);
}

const DAY_MS = 86_400_000;

/** Whether the signed list is another than the content announces. @throws ToldError */
export async function isListStale(content: string | undefined): Promise<boolean> {
  const head = loadState(releaseState(content))?.head;
  const mirrors = await loadAnnounced(contentFolder(content));
  return head !== undefined && nextMirrors(head, mirrors) !== head.mirrors;
}
