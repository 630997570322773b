import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import type { MirrorTarget } from '../kinds/place.ts';
import { MAX_MIRROR_MEMORY_MB } from '../limits.ts';
import { MirrorError } from '../mirror-error.ts';
import type { Progress } from './carry-out.ts';
import type { LocalRelease } from './local-release.ts';
import { describeFailure, type Report, sideBySide } from './publish-all.ts';

/** What a process is told that publishes to one mirror. */
export interface Errand {
  target: MirrorTarget;
  /** Folder of the tree, and the head that it must have still. */
  tree: string;
  head: string;
  /** Milliseconds since 1970. */
  now: number;
  dryRun: boolean;
  repair: boolean;
  /** Folder for what a kind of mirror keeps between publications. */
  work: string;
}

/** What it answers: how far it is, and in the end what became of the mirror. */
export type Told = { progress: Progress } | { report: Report };

export interface PublishApartOptions {
  /** Milliseconds since 1970. */
  now: number;
  dryRun: boolean;
  /** Whether a mirror is compared with what it should hold, whatever its note says. */
  repair: (target: MirrorTarget) => boolean;
  work: (target: MirrorTarget) => string;
  tell?: (name: string, progress: Progress) => void;
  /** Megabytes that each process may have. */
  memory?: number;
}

const PROCESS = join(import.meta.dirname, 'publish-apart-process.ts');

/**
 * Publishes to mirrors side by side, each in a process of its own with bounded memory: whatever one of them answers, and
 * whatever that costs, it is that mirror's failure, and the others get the release. Never throws for a mirror.
 * @returns reports in the order of the mirrors
 */
export async function publishApart(
  targets: readonly MirrorTarget[],
  local: Pick<LocalRelease, 'folder' | 'head'>,
  options: PublishApartOptions,
): Promise<Report[]> {
  return sideBySide(targets, (target) => publishOne(target, local, options));
}

async function publishOne(
  target: MirrorTarget,
  { folder, head }: Pick<LocalRelease, 'folder' | 'head'>,
  { now, dryRun, repair, work, tell, memory = MAX_MIRROR_MEMORY_MB }: PublishApartOptions,
): Promise<Report> {
  const { name, place } = target;
  if (place.kind === 'copied') return { name, kind: place.kind, took: 0 };
  const from = performance.now();
  const errand = { target, tree: folder, head, now, dryRun, repair: repair(target) };
  try {
    // What V8 says when its memory is at an end is told below, in words.
    const child = fork(PROCESS, [], {
      execArgv: [`--max-old-space-size=${memory}`],
      env: { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir() },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return await listen(child, { ...errand, work: work(target) }, (progress) =>
      tell?.(name, progress),
    );
  } catch (error) {
    const took = Math.round(performance.now() - from);
    return { name, kind: place.kind, took, failure: describeFailure(error, target) };
  }
}

/** @throws MirrorError `publish-ended` where the process ended without a report */
function listen(child: ChildProcess, errand: Errand, tell: (progress: Progress) => void) {
  return new Promise<Report>((resolve, reject) => {
    let report: Report | undefined;
    child.on('message', (told: Told) => {
      if ('report' in told) report = told.report;
      else tell(told.progress);
    });
    child.once('error', reject);
    child.once('close', () => {
      if (report === undefined) reject(ended());
      else resolve(report);
    });
    child.send(errand);
  });
}

const ended = (): MirrorError =>
  new MirrorError(
    'publish-ended',
    {
      en: 'Publishing to this mirror took more memory than one mirror may take, or the system ended it.',
      ru: 'Публикация на это зеркало заняла больше памяти, чем положено одному зеркалу, или её завершила система.',
    },
    {
      en: 'Publish again: it goes on where it stopped. If it stays, somebody may have put something there that exhausts this machine: look at release/published.json and release/ on the mirror, delete that file there, and publish with --repair.',
      ru: 'Опубликуйте ещё раз: работа продолжится с того места, где остановилась. Если не поможет, кто-то мог положить туда то, от чего этой машине не хватает памяти: посмотрите на зеркале release/published.json и release/, удалите этот файл и опубликуйте с --repair.',
    },
  );
