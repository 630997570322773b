import { setTimeout as wait } from 'node:timers/promises';
import type { MirrorTarget } from '@tamizdat/mirrors';
import { withLock } from '@tamizdat/tree';
import type { Trust } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { loadRoots } from '../keys/root-files.ts';
import { readProxy } from '../mirror/proxy-argument.ts';
import { loadAnnounced } from '../mirrors/load-announced.ts';
import { chooseTargets, type Targets } from '../publish/choose-targets.ts';
import { publishRelease } from '../publish/command.ts';
import { type AnyReport, hasFailed, isArchive } from '../publish/describe-reports.ts';
import { releaseTree } from '../release/command.ts';
import { contentFolder, releaseState } from '../release/find-outlet.ts';
import { newestOf as newestNumber } from '../release/explain-stopped.ts';
import { keepState } from '../state/keep-command.ts';
import { refuseKept } from '../state/refuse-kept.ts';
import { isSigned, readTrust } from './is-signed.ts';
import { LOOK_AGAIN_MS, LOOKS, SAMPLE_FILES } from './limits.ts';
import {
  headMark,
  isPending,
  keepMark,
  loadShipRecord,
  mirrorMark,
  saveShipRecord,
  shipLock,
  type ShipRecord,
  shipRecordOf,
} from './ship-record.ts';
import type { Shipped, Step } from './shipped.ts';
import { type Verified, verifyMirror } from './verify-mirrors.ts';

export interface ShipOptions {
  /** Undefined: the repository's. */
  content: string | undefined;
  /** Folder of the tree, absolute. */
  tree: string;
  /** Folder of the keys, or of the roots alone, absolute. */
  keys: string;
  /** Where the state is kept; undefined where it is kept on this machine alone. */
  remote: string | undefined;
  branch: string;
  /** Address of a proxy through which mirrors are asked. */
  proxy: string | undefined;
  /** Whether it is said that nothing was released before. */
  first: boolean;
  /** Whether mirrors' folders that are not there are made. */
  create: boolean;
  /** Milliseconds since 1970. */
  now: number;
  dryRun: boolean;
  /** Whether all files of the mirrors are verified. */
  all: boolean;
  /** Says whether the content has no errors, and tells them otherwise. */
  check: () => Promise<boolean>;
  /** Whether the tree is that of the content, so that a build would change nothing. */
  isBuilt: () => Promise<boolean>;
  /** Builds the tree; false where it cannot be, which was told. */
  build: () => Promise<boolean>;
  /** Called when a step begins. */
  tell: (step: Step) => void;
  /** Waits, in milliseconds. */
  pause?: (ms: number) => Promise<unknown>;
}

/** Thrown where a step failed; what was done before it stands. */
export class StoppedError extends Error {
  readonly shipped: Shipped;

  constructor(shipped: Shipped, cause: unknown) {
    super(`Stopped at “${shipped.step ?? ''}”`, { cause });
    this.shipped = shipped;
  }
}

/**
 * Brings the content to all mirrors: builds, signs, keeps the state, publishes and verifies, each only where it is still
 * to be done. What is still to be done is seen from what is there, so that a run that was killed at any moment is gone
 * on with by the next one.
 * @throws StoppedError; UsageError before anything was done
 */
export async function shipOutlet(options: ShipOptions): Promise<Shipped> {
  const run = await openRun(options);
  if (options.dryRun) return planShipping(run);
  const held = { isIn: false };
  try {
    return await withLock(shipLock(run.file), () => {
      held.isIn = true;
      run.record = loadShipRecord(run.file);
      return ship(run);
    });
  } catch (error) {
    if (!held.isIn && (error as { code?: unknown }).code === 'publish-locked')
      return { ...run.shipped, outcome: 'busy' };
    throw error;
  }
}

interface Run extends ShipOptions {
  roots: Uint8Array<ArrayBuffer>[];
  targets: Targets;
  state: string;
  /** Of the record. */
  file: string;
  record: ShipRecord;
  shipped: Shipped;
}

async function openRun(options: ShipOptions): Promise<Run> {
  const state = releaseState(options.content);
  const file = shipRecordOf(state);
  const targets = await chooseTargets(publishOptions(options, []));
  const mirrors = targets.mirrors.map(({ name, place: { kind } }) => ({ name, kind }));
  return {
    ...options,
    ...{ state, file, targets, record: loadShipRecord(file) },
    roots: await loadRoots(options.keys),
    shipped: { outcome: 'nothing', steps: [], mirrors, archives: [] },
  };
}

/** Runs a step that has something to do. */
async function take<Result>(run: Run, step: Step, work: () => Promise<Result>): Promise<Result> {
  run.tell(step);
  run.shipped.steps.push(step);
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new StoppedError({ ...run.shipped, outcome: 'stopped', step }, error);
  }
}

async function ship(run: Run): Promise<Shipped> {
  if (!(await run.isBuilt()) && !(await take(run, 'build', run.build))) return stopAt(run, 'build');
  const trust = (await newestOf(run)) ?? (await makeRelease(run));
  if (trust === undefined) return stopAt(run, 'release');
  run.shipped.release = { number: trust.release, ...run.shipped.release };
  await keep(run);
  const failed = await publishAndVerify(run, trust);
  const { steps } = run.shipped;
  run.shipped.outcome = failed ? 'incomplete' : steps.length === 0 ? 'nothing' : 'shipped';
  return run.shipped;
}

const stopAt = (run: Run, step: Step): Shipped => ({ ...run.shipped, outcome: 'stopped', step });

async function newestOf(run: Run): Promise<Trust | undefined> {
  const mirrors = await loadAnnounced(contentFolder(run.content));
  return isSigned({ ...run, mirrors });
}

/** @returns undefined where the tree must not be signed, which was told */
async function makeRelease(run: Run): Promise<Trust | undefined> {
  const { tree, keys, content, roots, now, state, remote, branch, first, proxy } = run;
  const flags = { full: false, 'yes-i-looked': false, 'without-content': false, offline: false };
  const made = await take(run, 'release', async () => {
    if (remote !== undefined && newestNumber(state) === 0)
      await refuseKept(content, first, { remote, branch });
    return releaseTree({ ...flags, tree, keys, content, first, proxy });
  });
  if (made === undefined) return undefined;
  const counts = { changed: made.changes.length, removed: made.removed.length };
  run.shipped.release = { number: made.release.number, made: counts };
  return readTrust(tree, roots, now);
}

async function keep(run: Run): Promise<void> {
  const { remote, branch, tree, keys, content } = run;
  if (remote === undefined) return;
  const mark = keepMark(headMark(tree), remote, branch);
  run.shipped.kept = 'before';
  if (run.record.kept === mark) return;
  run.shipped.kept = await take(run, 'keep', () =>
    keepState({ remote, branch, tree, keys, content }),
  );
  run.record = { ...run.record, kept: mark };
  saveShipRecord(run.file, run.record);
}

/** @returns whether a mirror has not got the release, or was not seen to have it; or an archive is not as it should be */
async function publishAndVerify(run: Run, trust: Trust): Promise<boolean> {
  const { targets, tree } = run;
  const head = headMark(tree);
  const pending = targets.mirrors.filter((target) => isPending(run.record, target, head));
  const isArchived = targets.archives.length === 0 || run.record.archived === head;
  if (pending.length === 0 && isArchived) return false;
  const names = pending.map(({ name }) => name);
  const reports = await take(run, 'publish', () => publishRelease(publishOptions(run, names)));
  const archives = reports.filter(isArchive);
  run.shipped.archives = archives;
  noteReports(run, reports);
  const isDone = !archives.some(hasFailed);
  noteVerified(run, {}, isDone ? head : undefined);
  const failed = new Set(reports.filter(hasFailed).map(({ name }) => name));
  const sent = pending.filter(({ name }) => !failed.has(name));
  const seen = await take(run, 'verify', () => verifyAll(run, sent, trust));
  const good = seen.filter(isGood).map(([target]) => [mirrorMark(target), head]);
  noteVerified(run, Object.fromEntries(good) as Record<string, string>);
  return !isDone || good.length < pending.length;
}

function noteReports({ shipped }: Run, reports: readonly AnyReport[]): void {
  for (const mirror of shipped.mirrors) {
    const report = reports.find((one) => !isArchive(one) && one.name === mirror.name);
    if (report !== undefined && !isArchive(report)) mirror.report = report;
  }
}

/** Notes what is done, and forgets mirrors that are no more. */
function noteVerified(run: Run, more: Record<string, string>, archived?: string): void {
  const { verified, ...rest } = run.record;
  const marks = new Set(run.targets.mirrors.map(mirrorMark));
  const kept = Object.entries({ ...verified, ...more }).filter(([mark]) => marks.has(mark));
  run.record = {
    ...rest,
    ...(archived === undefined ? {} : { archived }),
    verified: Object.fromEntries(kept),
  };
  saveShipRecord(run.file, run.record);
}

type Seen = readonly [target: MirrorTarget, seen: Verified];

const isGood = ([, { verdict }]: Seen): boolean => verdict === 'verified' || verdict === 'unseen';

/** Verifies all at once; those that still show the release before are looked at again. */
async function verifyAll(
  run: Run,
  targets: readonly MirrorTarget[],
  trust: Trust,
): Promise<Seen[]> {
  const { pause = wait } = run;
  const found = new Map<MirrorTarget, Verified>();
  let left = targets;
  for (let look = 0; left.length > 0 && look < LOOKS; look++) {
    if (look > 0) await pause(LOOK_AGAIN_MS);
    const seen = await Promise.all(left.map((target) => verifyOne(run, target, trust)));
    for (const [target, one] of seen) found.set(target, one);
    left = seen.filter(([, { verdict }]) => verdict === 'behind').map(([target]) => target);
  }
  for (const mirror of run.shipped.mirrors) {
    const [, seen] = [...found].find(([{ name }]) => name === mirror.name) ?? [];
    if (seen !== undefined) mirror.seen = seen;
  }
  return [...found];
}

async function verifyOne(run: Run, target: MirrorTarget, trust: Trust): Promise<Seen> {
  const { roots, now, proxy, all } = run;
  const scope = all
    ? ({ kind: 'all' } as const)
    : ({ kind: 'sample', count: SAMPLE_FILES, random: Math.random } as const);
  const asked = { roots, trust, scope, now, proxy: readProxy(proxy) };
  return [target, await verifyMirror(target, asked)];
}

function publishOptions({ content, tree, create, dryRun }: ShipOptions, names: string[]) {
  return {
    ...{ to: undefined, address: undefined, history: undefined },
    ...{ content, tree, create, repair: false, 'dry-run': dryRun, _: names },
    'without-content': false,
  };
}

/** What a run would do. Writes nothing and sends nothing. */
async function planShipping(run: Run): Promise<Shipped> {
  run.tell('check');
  if (!(await run.check())) return stopAt(run, 'check');
  const isBuilt = await run.isBuilt();
  const trust = isBuilt ? await newestOf(run) : undefined;
  const steps: Step[] = [...(isBuilt ? [] : (['build'] as const))];
  if (trust === undefined) {
    const kept = run.remote === undefined ? [] : (['keep'] as const);
    run.shipped.steps = [...steps, 'release', ...kept, 'publish', 'verify'];
    return { ...run.shipped, outcome: 'planned' };
  }
  run.shipped.release = { number: trust.release };
  const head = headMark(run.tree);
  const { remote, branch } = run;
  if (remote !== undefined && run.record.kept !== keepMark(head, remote, branch))
    steps.push('keep');
  const names = run.targets.mirrors
    .filter((target) => isPending(run.record, target, head))
    .map(({ name }) => name);
  if (names.length > 0) {
    steps.push('publish', 'verify');
    const reports = await publishRelease(publishOptions(run, names));
    noteReports(run, reports);
  }
  return { ...run.shipped, steps, outcome: steps.length === 0 ? 'nothing' : 'planned' };
}
