import type { Proxy } from '@tamizdat/http';
import type { MirrorTarget } from '@tamizdat/mirrors';
import {
  explainFinding,
  fingerprintOf,
  type Inspection,
  inspectRelease,
  type MirrorOptions,
  openFolder,
  openMirror,
  type Scope,
  type Source,
  SourceError,
  startWith,
} from '@tamizdat/release';
import type { Head, Trust } from '@tamizdat/verify';
import { reasonOf } from '../frame/explain-disk.ts';
import { say, tell } from '../language/say.ts';

/**
 * What a mirror was found to be where readers meet it. `behind`: genuine, but not this release, as caches show for a
 * minute; `unseen`: it has no address that can be asked from here.
 */
export type Verdict = 'verified' | 'behind' | 'unreachable' | 'not-genuine' | 'unseen';

export interface Verified {
  verdict: Verdict;
  /** What is wrong; absent of reserve mirrors, of which nothing is told. */
  detail?: string;
}

/** What a mirror should have. */
export interface Expected {
  roots: readonly Uint8Array<ArrayBuffer>[];
  /** What the released tree itself has. */
  trust: Pick<Trust, 'release' | 'timestamp'>;
  scope: Scope;
  /** Milliseconds since 1970. */
  now: number;
  proxy: Proxy | undefined;
}

/** Verifies that a mirror serves a release at its address; a folder without one, or behind an onion, itself. */
export async function verifyMirror(target: MirrorTarget, expected: Expected): Promise<Verified> {
  const opened = openTarget(target, { proxy: expected.proxy });
  if (opened === undefined) return { verdict: 'unseen' };
  try {
    return (await verifySource(opened.source, target, expected)).seen;
  } finally {
    opened.close();
  }
}

/** Opens a mirror where readers meet it, or its folder; undefined where it cannot be asked from here. */
export function openTarget(
  { base, place }: MirrorTarget,
  options: MirrorOptions,
): { source: Source; close: () => void } | undefined {
  if (base !== null && (options.proxy !== undefined || !isOnion(base))) {
    const source = openMirror(base, options);
    return {
      source,
      close: () => {
        source.close();
      },
    };
  }
  if (place.kind !== 'folder') return undefined;
  const folder = openFolder(place.folder);
  return { source: base === null ? folder : { ...folder, base }, close: () => undefined };
}

/**
 * Verifies a source as the mirror that it was opened for.
 * @returns what it was found to be, with the head that it shows, where that is the outlet’s; `holdsNothing` where it answers, and
 *   has no release
 */
export async function verifySource(
  source: Source,
  { reserve }: Pick<MirrorTarget, 'reserve'>,
  { roots, scope, now, trust }: Omit<Expected, 'proxy'>,
): Promise<{ seen: Verified; head?: Head; holdsNothing?: true }> {
  const known = {
    trust: startWith(roots),
    fingerprint: fingerprintOf(roots[0] ?? new Uint8Array()),
  };
  try {
    const found = await inspectRelease(source, { known, now, scope });
    const { head } = found;
    return {
      seen: judge(found, trust, reserve),
      ...(head === undefined ? {} : { head }),
      ...(head === undefined && lacksBundle(found) ? { holdsNothing: true } : {}),
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { seen: { verdict: 'unreachable', ...(reserve ? {} : { detail: reasonOf(error) }) } };
  }
}

const lacksBundle = ({ findings }: Inspection): boolean =>
  findings.some(({ code, at }) => code === 'missing' && at === 'release/bundle.json');

const isOnion = (base: string): boolean => new URL(base).hostname.endsWith('.onion');

function judge(found: Inspection, expected: Expected['trust'], isReserve: boolean): Verified {
  const verdict = verdictOf(found, expected);
  if (verdict === 'verified' || isReserve) return { verdict };
  const [finding] = found.findings;
  const shown = found.head?.release.number;
  const detail =
    finding !== undefined
      ? tell(explainFinding(finding)).message
      : verdict === 'behind' && shown !== undefined
        ? say({ en: `It shows release ${shown}.`, ru: `На нём выпуск ${shown}.` })
        : found.unreachable && say(found.unreachable);
  return { verdict, ...(detail === undefined ? {} : { detail }) };
}

function verdictOf({ exit, head, findings }: Inspection, expected: Expected['trust']): Verdict {
  if (exit === 4) return 'unreachable';
  if (head === undefined) return 'not-genuine';
  const { release, timestamp } = head.trust;
  // Beside the head of before, pages of this release look like nobody’s.
  if (release < expected.release || timestamp < expected.timestamp) return 'behind';
  if (exit === 1 || exit === 5) return 'not-genuine';
  // A timestamp that is past its time is no fault of a mirror’s that has it.
  return release === expected.release && findings.length === 0 ? 'verified' : 'behind';
}
