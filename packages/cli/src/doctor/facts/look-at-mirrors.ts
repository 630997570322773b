import { MAX_STATUS_BYTES, type MirrorTarget } from '@tamizdat/mirrors';
import { type Source, SourceError } from '@tamizdat/release';
import { parseRelease, ReleaseError, type FileRole } from '@tamizdat/verify';
import { MIRROR_ANSWER_MS, MIRROR_IDLE_MS } from '../../newest/limits.ts';
import { openTarget, type Verified, verifySource } from '../../ship/verify-mirrors.ts';
import { LOOK_FILES, MIRROR_MS } from '../limits.ts';
import type { Place } from '../place.ts';
import type { OwnRelease } from './own-release.ts';
import type { OwnTargets } from './targets.ts';
import { withDeadline } from './with-deadline.ts';

/** What was seen of a mirror. */
export interface SeenMirror {
  name: string;
  /** Absent of reserve mirrors, of which nothing is told. */
  base?: string;
  seen: Verified;
  /** It answers, and there is no release. */
  holdsNothing?: true;
  /** The release that it shows, where that is this outlet’s. */
  release?: number;
  /** Roles that are past their time there. */
  expired: FileRole[];
  /** The release that a publisher says is on its way there. Nobody signed that. */
  pending?: number;
}

type Roots = readonly Uint8Array<ArrayBuffer>[];

/**
 * Looks at all mirrors as readers meet them, one after the other: who asks many hosts of blocked sites at once is noticed.
 */
export async function lookAtMirrors(
  place: Place,
  { mirrors }: OwnTargets,
  roots: Roots,
  release: OwnRelease | undefined,
): Promise<SeenMirror[]> {
  const seen: SeenMirror[] = [];
  // Before the first release here, any release there is news.
  const trust = release?.trust ?? { release: 0, timestamp: 0 };
  for (const target of mirrors) seen.push(await lookAt(target, place, { roots, trust }));
  return seen;
}

async function lookAt(
  target: MirrorTarget,
  { proxy, now }: Place,
  expected: { roots: Roots; trust: { release: number; timestamp: number } },
): Promise<SeenMirror> {
  const { name, base, reserve } = target;
  const shown = { name, ...(reserve || base === null ? {} : { base }) };
  const patience = { idleMs: MIRROR_IDLE_MS, answerMs: MIRROR_ANSWER_MS, waits: [], proxy };
  const opened = openTarget(target, patience);
  if (opened === undefined) return { ...shown, seen: { verdict: 'unseen' }, expired: [] };
  const source = withDeadline(opened.source, MIRROR_MS);
  const scope = { kind: 'sample', count: LOOK_FILES, random: Math.random } as const;
  try {
    const { seen, head, holdsNothing } = await verifySource(source, target, {
      ...expected,
      scope,
      now,
    });
    if (head === undefined)
      return { ...shown, seen, expired: [], ...(holdsNothing ? { holdsNothing } : {}) };
    const pending = await readPending(source);
    return {
      ...{ ...shown, seen, expired: head.isClockBehind ? [] : head.expired },
      release: head.release.number,
      ...(pending === undefined ? {} : { pending }),
    };
  } finally {
    opened.close();
  }
}

/** What a publisher that was interrupted was about to put there. */
async function readPending(source: Source): Promise<number | undefined> {
  try {
    const aim = await source.read('release/pending.json', MAX_STATUS_BYTES);
    return aim && parseRelease(aim).number;
  } catch (error) {
    if (error instanceof SourceError || error instanceof ReleaseError) return undefined;
    throw error;
  }
}
