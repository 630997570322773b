import { randomBytes } from 'node:crypto';
import type { TreeFile } from '@tamizdat/verify';
import type { Store } from '../kinds/store.ts';
import { GRACE_MS } from '../limits.ts';
import { carryOut, countFiles, type Progress, weighPlan } from './carry-out.ts';
import { leaveOutHeld, listUnknown } from './compare-store.ts';
import type { LocalRelease } from './local-release.ts';
import { type MirrorHead, readMirrorHead } from './mirror-head.ts';
import { Outbox } from './outgoing.ts';
import { isIdle, type Plan, planPublication, type Wanted } from './plan.ts';
import { compareMirror, listFiles, listNodeNames, readNote, refuseOther } from './read-mirror.ts';
import { retrying, sleep, type Wait } from './retry.ts';
import { NO_STATUS, type Status } from './status.ts';

/** How one mirror is published to. */
export interface PublishOptions {
  /** The mirror's base address; null to leave the origin's in feeds. */
  base: string | null;
  /** The pattern of the names under which its server may serve it (SPEC 8.6). */
  wildcard?: string;
  /** Milliseconds since 1970. */
  now: number;
  /** Say what would be done, and do nothing. */
  dryRun?: boolean;
  /** Look at the store itself, whatever its note says, and send what is missing there or is different. */
  repair?: boolean;
  tell?: (progress: Progress) => void;
  wait?: Wait;
  /** What the publication calls itself: 16 hexadecimal digits; random where absent. */
  by?: string;
}

/** What was done to a mirror. */
export interface Published {
  /** Published; the same was there; or, in a dry run, what would be done. */
  state: 'published' | 'same' | 'planned';
  /** The number of the release that is there now, or would be. */
  release: number;
  /** Files sent and their bytes, before compression; files deleted. */
  sent: number;
  bytes: number;
  deleted: number;
  /** Paths that wait for the end of their grace. */
  waiting: number;
  /** Whether nothing had been published there before. */
  first: boolean;
  /** Whether an interrupted publication was finished. */
  resumed: boolean;
  /** Files that keep the origin's base, because the mirror's stands in their signed bytes (SPEC 8.4). */
  kept: string[];
  /** Files whose signed bytes hold a name that the mirror answers under: under that name they cannot be verified (SPEC 8.6). */
  taken: string[];
}

/**
 * Brings a mirror to a release: sends and deletes what differs and nothing else.
 * @throws MirrorError: what the mirror serves is one release still
 */
export async function publishMirror(
  given: Store,
  local: LocalRelease,
  options: PublishOptions,
): Promise<Published> {
  const { now, dryRun = false, repair = false, tell = () => undefined, wait = sleep } = options;
  const by = options.by ?? randomBytes(8).toString('hex');
  const base = options.base === local.release.origin ? null : options.base;
  const store = retrying(given, wait);
  const note = await readNote(store);
  const { status } = note;
  const about = {
    release: local.tree.number,
    first: (status?.release ?? null) === null,
    resumed: status?.complete === false,
    waiting: status?.leaving.length ?? 0,
    kept: [],
    taken: [],
  };
  const nothing = { ...about, sent: 0, bytes: 0, deleted: 0 };
  if (!repair && isSame(status, local, base, now)) return { ...nothing, state: 'same' };
  const head = await readMirrorHead(store, local, now);
  refuseOther(repair ? undefined : status, head, local);
  const outbox = new Outbox(local, base, options.wildcard);
  const on = { store, status, head, isUnknown: repair || isUnknown(status, head) };
  const { plan, files } = await makePlan(on, { local, outbox, base, now, by });
  const waiting = plan.after.leaving.length;
  if (isIdle(plan) && (!on.isUnknown || isNoted(status, local, base)))
    return { ...nothing, waiting, state: 'same' };
  if (dryRun) {
    const deleted = plan.removed.length + plan.surplus.length;
    const bytes = weighPlan(plan, { local, files });
    return { ...nothing, state: 'planned', sent: countFiles(plan), bytes, deleted, waiting };
  }
  const seen = { note, bundle: head.bundle };
  const work = { store, plan, outbox, local, files, tell, seen };
  const { sent, bytes, deleted } = await carryOut(work);
  return {
    ...about,
    state: 'published',
    sent,
    bytes,
    deleted,
    waiting,
    kept: [...outbox.kept],
    taken: [...outbox.taken],
  };
}

/** Whether the status alone shows that nothing is to be done. */
function isSame(
  status: Status | undefined,
  local: LocalRelease,
  base: string | null,
  now: number,
): boolean {
  const isDue = status?.leaving.some(([, since]) => Date.parse(since) + GRACE_MS <= now) ?? true;
  return isNoted(status, local, base) && !isDue;
}

/** Whether a note says that the release is there, whole, for this address. */
const isNoted = (status: Status | undefined, local: LocalRelease, base: string | null): boolean =>
  status?.complete === true && status.sure && status.head === local.head && status.base === base;

/** Whether something may be there that nobody noted. A mirror with neither note nor head is sent everything. */
const isUnknown = (status: Status | undefined, { bundle }: MirrorHead): boolean =>
  status === undefined ? bundle !== undefined : !status.sure;

interface Mirror {
  store: Store;
  status: Status | undefined;
  head: MirrorHead;
  isUnknown: boolean;
}

async function makePlan(
  { store, status, head, isUnknown: toCompare }: Mirror,
  given: { local: LocalRelease; outbox: Outbox; base: string | null; now: number; by: string },
): Promise<{ plan: Plan; files: Map<string, TreeFile> }> {
  const { local, outbox, base, now, by } = given;
  const found = toCompare ? await listUnknown(store, status, head, local) : (status ?? NO_STATUS);
  const on = await compareMirror(store, found, head, local);
  const flagged = found.base === base ? [] : listFiles(local).filter(({ rebased }) => rebased);
  const wanted: Wanted = {
    tree: local.tree,
    timestamp: local.timestamp,
    head: local.head,
    names: local.names,
    nodes: await listNodeNames(local),
    takenDown: local.takenDown,
    rebased: flagged.map(({ path }) => path),
    base,
    keep: local.release.limits.keep,
    by,
  };
  const files = new Map(flagged.map((file) => [file.path, file]));
  for (const { path, after } of on.differences.flat()) if (after) files.set(path, after);
  const plan = planPublication(on, wanted, now);
  return {
    plan: toCompare ? await leaveOutHeld(store, plan, { outbox, local, files }) : plan,
    files,
  };
}
