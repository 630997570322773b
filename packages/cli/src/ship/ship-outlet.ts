import { withLock } from '@tamizdat/tree';
import type { Trust } from '@tamizdat/verify';
import { newestOf as newestNumber } from '../release/explain-stopped.ts';
import { releaseTree } from '../release/command.ts';
import { keepState } from '../state/keep-command.ts';
import { refuseKept } from '../state/refuse-kept.ts';
import { readTrust } from './is-signed.ts';
import { planShipping } from './plan-shipping.ts';
import { publishAndVerify } from './publish-and-verify.ts';
import { newestOf, openRun, type Run, type ShipOptions, stopAt, take } from './run.ts';
import { headMark, keepMark, loadShipRecord, saveShipRecord, shipLock } from './ship-record.ts';
import type { Shipped } from './shipped.ts';

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
  const { changes, removed, isListHeld } = made;
  const counts = { changed: changes.length, removed: removed.length, isListHeld };
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
