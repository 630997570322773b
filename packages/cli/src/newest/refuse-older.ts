import { fetchHead, openMirror, SourceError } from '@tamizdat/release';
import { type Mirror, ReleaseError, type Trust } from '@tamizdat/verify';
import { MIRROR_ANSWER_MS, MIRROR_IDLE_MS } from './limits.ts';
import { loadRecord, recordOf } from './record.ts';

/** Somebody who knows a newest release. */
export interface Witness {
  /** What it is called in a message. */
  name: string;
  trust: Trust;
}

/** Who is asked. */
export interface Asked {
  /** Folder of the record; undefined where none is known. */
  keys: string | undefined;
  /** Announced mirrors. */
  mirrors: readonly Pick<Mirror, 'base' | 'name'>[];
  /** The outlet's. */
  fingerprint: string;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Asks the outlet's record and all announced mirrors for the newest release they know. A mirror that cannot be asked,
 * or shows nothing genuine, is passed over: it may be blocked from here. What it shows is verified from the first root
 * on, so that a mirror can show no more than what the outlet signed.
 * @throws SigningError where there is a record that cannot be read
 */
export async function listWitnesses({ keys, mirrors, ...asked }: Asked): Promise<Witness[]> {
  const record = keys === undefined ? undefined : await loadRecord(keys);
  const own = record && keys !== undefined ? [{ name: recordOf(keys), trust: record }] : [];
  const seen = await Promise.all(mirrors.map((mirror) => askMirror(mirror, asked)));
  return [...own, ...seen.flat()];
}

async function askMirror(
  { base, name }: Pick<Mirror, 'base' | 'name'>,
  { fingerprint, now }: Pick<Asked, 'fingerprint' | 'now'>,
): Promise<Witness[]> {
  // Without Tor nobody answers, and a resolver would learn of it.
  if (new URL(base).hostname.endsWith('.onion')) return [];
  const patience = { idleMs: MIRROR_IDLE_MS, answerMs: MIRROR_ANSWER_MS, waits: [] };
  const source = openMirror(base, patience);
  try {
    const { head } = await fetchHead(source, { fingerprint }, now);
    return [{ name: `the mirror “${name}”`, trust: head.trust }];
  } catch (error) {
    if (error instanceof ReleaseError || error instanceof SourceError) return [];
    throw error;
  } finally {
    source.close();
  }
}

/**
 * Refuses a head that is older than what a witness knows.
 * @param verify Verifies the head against what is remembered (SPEC, section 9).
 * @throws Error `older-release`
 */
export async function refuseOlder(
  what: string,
  witnesses: readonly Witness[],
  verify: (trust: Trust) => Promise<unknown>,
): Promise<void> {
  for (const { name, trust } of witnesses) {
    const error = await findFault(trust, verify);
    if (error === undefined) continue;
    const { code, detail } = error;
    const found = `${code}${detail.at === undefined ? '' : `: ${detail.at} ${detail.found ?? ''}, known ${detail.expected ?? ''}`}`;
    throw olderRelease(
      `${what} is older than what ${name} shows: release ${trust.release} (${found}).`,
    );
  }
}

async function findFault(
  trust: Trust,
  verify: (trust: Trust) => Promise<unknown>,
): Promise<ReleaseError | undefined> {
  try {
    // A timestamp says no more than that its release was the newest then: an older one of the same is no harm here.
    await verify({ ...trust, timestamp: 0 });
    return undefined;
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}

/** @throws Error `older-release` where there is no history, and somebody knows a release */
export function refuseAnew(witnesses: readonly Witness[]): void {
  const [first] = witnesses;
  if (first === undefined) return;
  throw olderRelease(
    `There is no history of releases here, and ${first.name} shows release ${first.trust.release}.`,
  );
}

const olderRelease = (what: string): Error =>
  new Error(
    [
      `older-release: ${what} Nothing was signed.`,
      '  Readers who saw the newer one would refuse what is made from here, and others would take what is old for the newest.',
      '  Fetch the newest state (tamizdat state fetch), or restore it from the machine that made that release. Where the branch',
      '  was put back by somebody else, find out who can push to it (docs/forge.md).',
    ].join('\n'),
  );
