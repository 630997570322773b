import type { Trust } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { loadRoots } from '../keys/root-files.ts';
import { loadAnnounced } from '../mirrors/load-announced.ts';
import { chooseTargets, type Targets } from '../publish/choose-targets.ts';
import { type AnyReport, isArchive } from '../publish/describe-reports.ts';
import { contentFolder, releaseState } from '../release/find-outlet.ts';
import { isSigned } from './is-signed.ts';
import { loadShipRecord, type ShipRecord, shipRecordOf } from './ship-record.ts';
import type { Shipped, Step } from './shipped.ts';

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

/** What one run knows and does. */
export interface Run extends ShipOptions {
  roots: Uint8Array<ArrayBuffer>[];
  targets: Targets;
  state: string;
  /** Of the record. */
  file: string;
  record: ShipRecord;
  shipped: Shipped;
}

/** Looks at what is there; changes nothing.
 * @throws UsageError */
export async function openRun(options: ShipOptions): Promise<Run> {
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

/**
 * Runs a step that has something to do.
 * @throws StoppedError; UsageError
 */
export async function take<Result>(
  run: Run,
  step: Step,
  work: () => Promise<Result>,
): Promise<Result> {
  run.tell(step);
  run.shipped.steps.push(step);
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new StoppedError({ ...run.shipped, outcome: 'stopped', step }, error);
  }
}

/** What is told of a run that ends at a step. */
export const stopAt = (run: Run, step: Step): Shipped => ({
  ...run.shipped,
  outcome: 'stopped',
  step,
});

/** What is signed, where it is the tree that is there. */
export async function newestOf(run: Run): Promise<Trust | undefined> {
  const mirrors = await loadAnnounced(contentFolder(run.content));
  return isSigned({ ...run, mirrors });
}

/** What `publish` is asked for. */
export function publishOptions({ content, tree, create, dryRun }: ShipOptions, names: string[]) {
  return {
    ...{ to: undefined, address: undefined, history: undefined },
    ...{ content, tree, create, repair: false, 'dry-run': dryRun, _: names },
    'without-content': false,
  };
}

/** Notes what became of each mirror. */
export function noteReports({ shipped }: Run, reports: readonly AnyReport[]): void {
  for (const mirror of shipped.mirrors) {
    const report = reports.find((one) => !isArchive(one) && one.name === mirror.name);
    if (report !== undefined && !isArchive(report)) mirror.report = report;
  }
}
