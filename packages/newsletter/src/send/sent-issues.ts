import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { createFile, readPlain, removeFile, replaceFile } from '@tamizdat/files';
import { MAX_RECORD_BYTES } from '../limits.ts';

/** What is known of an issue that was handed over, or may have been. */
export interface SentIssue {
  /** `<newsletter>/<issue>`. */
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  /** Where it was handed to: a mail address, or listmonk's host and one list. */
  to: string;
  /** `begun`: its end was never seen. */
  state: 'begun' | 'done';
  /** Which mail of an issue it was in, of an article whose issue fills several. */
  mail?: number;
  /** Of an article: the extra letter that brought it, `<newsletter>/now-…`, whose mails `mail` counts. */
  letter?: string;
  /** Of an article: the subject of its mail, by which a person finds it; cut where it is long. */
  subject?: string;
  /** Of an issue that fills several mails: its articles have records of their own, which tell how far it is. */
  parts?: true;
}

/** A claim on an issue for one address: nobody else can hand it over there. */
export interface IssueClaim {
  /** The record, a file. */
  file: string;
  /** Records that it is out. */
  confirm(): void;
  /** Gives it back: it was certainly not handed over. */
  release(): void;
}

/**
 * Claims an issue for an address before it is handed over, so that nobody there gets it twice, not even when two people
 * send at once or the machine stops in between. The record is a file below `folder` for each issue and address: one that
 * was sent to look at does not stand in the way of the list.
 *
 * @returns the claim, or what is known of the issue if it was claimed before, and the record's file.
 */
export function claimIssue(folder: string, issue: Omit<SentIssue, 'state'>): Promise<Claimed> {
  return Promise.resolve().then(() => claimOne(folder, issue));
}

type Claimed = { claim: IssueClaim } | { before: SentIssue; file: string };

function claimOne(folder: string, issue: Omit<SentIssue, 'state'>): Claimed {
  const file = path.join(folder, recordName(issue));
  const begun: SentIssue = { ...issue, state: 'begun' };
  try {
    // It fails where the file exists: of two who claim, one gets it.
    createFile(folder, file, `${JSON.stringify(begun)}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { before: readRecord(file, begun), file };
  }
  return { claim: openClaim(folder, issue) };
}

/** A claim that stands already, of an issue that is gone on with. */
export function openClaim(folder: string, issue: Omit<SentIssue, 'state'>): IssueClaim {
  const file = path.join(folder, recordName(issue));
  return {
    file,
    confirm: () => {
      replaceFile(folder, file, `${JSON.stringify({ ...issue, state: 'done' })}\n`);
    },
    release: () => {
      removeFile(folder, path.basename(file));
    },
  };
}

/** What is known of an issue or article at an address; undefined where it was never claimed. */
export function findRecord(
  folder: string,
  issue: Omit<SentIssue, 'state'>,
): { before: SentIssue; file: string } | undefined {
  const file = path.join(folder, recordName(issue));
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  return { before: readRecord(file, { ...issue, state: 'begun' }), file };
}

/**
 * Claims an issue for several addresses, for all of them or for none: whoever is behind two of them is to get it once.
 *
 * @returns the claims, or what is known of the issue where one of the addresses was claimed before.
 */
export const claimIssueForAll = (
  folder: string,
  issue: Omit<SentIssue, 'state' | 'to'>,
  addresses: readonly string[],
): Promise<AllClaimed> => claimAll(folder, [issue], addresses);

type AllClaimed = { claims: IssueClaim[] } | { before: SentIssue; file: string };

/**
 * Claims issues, or articles of one, for several addresses, for all or for none. They are claimed in one order, so that
 * of two who claim overlapping ones at once, one gets all.
 *
 * @returns the claims, or what is known of the first that was claimed before.
 * @throws what the file system says; then none is claimed
 */
export async function claimAll(
  folder: string,
  issues: readonly Omit<SentIssue, 'state' | 'to'>[],
  addresses: readonly string[],
): Promise<AllClaimed> {
  const claims: IssueClaim[] = [];
  const pairs = [...new Set(addresses)]
    .flatMap((to) => issues.map((issue) => ({ ...issue, to })))
    .sort((one, other) => (recordName(one) < recordName(other) ? -1 : 1));
  const giveBack = () => {
    for (const claim of claims) claim.release();
  };
  for (const pair of pairs) {
    const claimed = await claimIssue(folder, pair).catch((error: unknown) => {
      // Where the disk is full, say: what is claimed and not sent would stand in the way for ever.
      giveBack();
      throw error;
    });
    if ('claim' in claimed) claims.push(claimed.claim);
    else {
      giveBack();
      return claimed;
    }
  }
  return { claims };
}

/** Long addresses that begin alike differ in their digest; mail programs know no capitals in addresses. */
function recordName({ id, to }: Omit<SentIssue, 'state'>): string {
  const address = to.toLowerCase();
  const digest = createHash('sha256').update(address).digest('hex').slice(0, 8);
  const words = address.replace(/[^a-z0-9@.]+/g, '-').slice(0, 60);
  return `${id.replace('/', '-')}-to-${words}-${digest}.json`;
}

/** A record that cannot be read, or is of another form or issue, is one of which nobody knows how it ended. */
function readRecord(file: string, claimed: SentIssue): SentIssue {
  try {
    const record: unknown = JSON.parse(new TextDecoder().decode(readPlain(file, MAX_RECORD_BYTES)));
    return isRecordOf(claimed, record) ? record : claimed;
  } catch {
    return claimed;
  }
}

function isRecordOf(claimed: SentIssue, record: unknown): record is SentIssue {
  const { id, at, to, state, mail, parts, letter, subject } = (record ?? {}) as Record<
    string,
    unknown
  >;
  return (
    id === claimed.id &&
    typeof at === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(at) &&
    typeof to === 'string' &&
    to.toLowerCase() === claimed.to.toLowerCase() &&
    (state === 'begun' || state === 'done') &&
    (parts === undefined || parts === true) &&
    [letter, subject].every((text) => text === undefined || typeof text === 'string') &&
    (mail === undefined || (typeof mail === 'number' && Number.isSafeInteger(mail) && mail > 0))
  );
}
