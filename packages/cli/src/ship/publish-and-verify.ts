import { setTimeout as wait } from 'node:timers/promises';
import type { MirrorTarget } from '@tamizdat/mirrors';
import type { Trust } from '@tamizdat/verify';
import { readProxy } from '../mirror/proxy-argument.ts';
import { publishRelease } from '../publish/command.ts';
import { hasFailed, isArchive } from '../publish/describe-reports.ts';
import { LOOK_AGAIN_MS, LOOKS, SAMPLE_FILES } from './limits.ts';
import { noteReports, publishOptions, type Run, take } from './run.ts';
import { headMark, isPending, mirrorMark, saveShipRecord } from './ship-record.ts';
import { type Verified, verifyMirror } from './verify-mirrors.ts';

/**
 * Publishes to the mirrors that have not got the release, and looks at them as readers do.
 * @returns whether a mirror has not got it, or was not seen to have it; or an archive is not as it should be
 * @throws StoppedError
 */
export async function publishAndVerify(run: Run, trust: Trust): Promise<boolean> {
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
