import { createHash } from 'node:crypto';
import path from 'node:path';
import {
  loadLocalRelease,
  type LocalRelease,
  MirrorError,
  openStore,
  publishAll,
  type Report,
} from '@tamizdat/mirrors';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { defaultTree, stateFolder } from '../repository/folders.ts';
import { args, type Options } from './arguments.ts';
import { chooseTargets } from './choose-targets.ts';
import { describeReports } from './describe-reports.ts';
import { showProgress } from './show-progress.ts';

export default defineCommand({
  meta: {
    name: 'publish',
    description:
      'Send a released tree to its mirrors: what differs, in an order that serves one release at every moment. Killed, it goes on with the next run. Reserve mirrors stand in the file that TAMIZDAT_RESERVE names. Exit codes: 0 all mirrors have the release, 1 some have not, 2 usage.',
  },
  args,
  async run({ args: options }) {
    const reports = await publish(options);
    process.stdout.write(
      options.json ? `${JSON.stringify(reports, undefined, 2)}\n` : describeReports(reports),
    );
    if (reports.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
  },
});

async function publish(options: Options): Promise<Report[]> {
  const tree = path.resolve(options.tree ?? defaultTree);
  const targets = await chooseTargets(options);
  for (const { place, name } of targets)
    if (place.kind === 'folder') refuseOverlap(place.folder, tree, name);
  const progress = showProgress(process.stderr);
  try {
    return await publishAll(targets, loadTree(tree), {
      now: readNow(),
      dryRun: options['dry-run'],
      open: ({ place }) => openStore(place, workFolder(JSON.stringify(place))),
      tell: progress.tell,
    });
  } finally {
    progress.end();
  }
}

/** @throws UsageError, or an error in words, where the tree is no release */
function loadTree(tree: string): LocalRelease {
  try {
    return loadLocalRelease(tree);
  } catch (error) {
    if (!(error instanceof MirrorError)) throw error;
    throw new UsageError(`${error.message}\n  ${error.remedy} (${tree})`);
  }
}

/** Where a kind keeps what it needs between publications. Its name says nothing of the mirror. */
const workFolder = (place: string): string =>
  path.join(stateFolder, 'mirrors', createHash('sha256').update(place).digest('hex').slice(0, 16));

/** @throws UsageError for a mirror that would be published into itself */
function refuseOverlap(folder: string, tree: string, name: string): void {
  if (!isWithin(folder, tree) && !isWithin(tree, folder)) return;
  throw new UsageError(
    `The folder of ${name} and the tree lie in one another. Give the mirror a folder of its own.`,
  );
}
