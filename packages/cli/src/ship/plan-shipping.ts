import { publishRelease } from '../publish/command.ts';
import { newestOf, noteReports, publishOptions, type Run, stopAt } from './run.ts';
import { headMark, isPending, keepMark } from './ship-record.ts';
import type { Shipped, Step } from './shipped.ts';

/** What a run would do. Writes nothing and sends nothing. */
export async function planShipping(run: Run): Promise<Shipped> {
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
