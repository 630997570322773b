import path from 'node:path';
import {
  loadLocalRelease,
  type LocalRelease,
  MirrorError,
  type MirrorTarget,
  publishApart,
} from '@tamizdat/mirrors';
import { publishArchives } from '@tamizdat/mirrors/archives';
import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { openProgressLine } from '../frame/progress-line.ts';
import { reasonOf } from '../frame/explain-disk.ts';
import { UsageError } from '../frame/usage-error.ts';
import { isWithin } from '../keys/is-within.ts';
import { say } from '../language/say.ts';
import { cacheFolder, defaultTree } from '../repository/folders.ts';
import { describeUnknown } from '../stale/describe-stale.ts';
import { judgeTree } from '../stale/judge-stale.ts';
import { args, type Options } from './arguments.ts';
import { historyOf } from '../watch/history-place.ts';
import { chooseTargets, type Targets } from './choose-targets.ts';
import { type AnyReport, describeReports, hasFailed, inLanguage } from './describe-reports.ts';
import { findHarmed } from './find-harmed.ts';
import { holdBuild } from './hold-build.ts';
import { openMirrorFolders, workFolder } from './mirror-folders.ts';
import { showMirrors } from './show-mirrors.ts';

export default defineCommand({
  meta: {
    name: 'publish',
    description: say({
      en: 'Send a released tree to its mirrors: what differs, in an order that serves one release at every moment. Killed, it goes on with the next run. Reserve mirrors stand in the file that TAMIZDAT_RESERVE names. Archives are made anew where they are named, or hold what was taken down since. A mirror’s folder that is not there is an error, unless --create says to make it. Exit codes: 0 all mirrors have the release, 1 some have not, 2 usage.',
      ru: 'Отправить выпущенное дерево на зеркала: то, что отличается, в таком порядке, что в любую минуту отдаётся один выпуск. Если прервать, следующий запуск продолжит. Резервные зеркала стоят в файле, на который указывает TAMIZDAT_RESERVE. Архивы делаются заново, если названы или если в них есть снятое с тех пор. Если папки зеркала нет, это ошибка; создать её велит --create. Коды выхода: 0 выпуск на всех зеркалах, 1 не на всех, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const reports = await publishRelease(options);
    process.stdout.write(
      options.json
        ? `${JSON.stringify(reports.map(inLanguage), undefined, 2)}\n`
        : describeReports(reports),
    );
    if (reports.some(hasFailed)) process.exitCode = 1;
  },
});

/**
 * Sends a released tree to the mirrors that are meant, and makes the archives that are.
 * @throws UsageError for a tree, a name or a place that is none
 */
export async function publishRelease(options: Options): Promise<AnyReport[]> {
  const tree = path.resolve(options.tree ?? defaultTree);
  const targets = await chooseTargets(options);
  refuseOverlaps(targets, tree);
  const local = loadTree(tree);
  await refuseTakenBack(options, tree);
  const progress = openProgressLine(process.stderr, process.env);
  const dryRun = options['dry-run'];
  const now = readNow();
  const harmed = findHarmed(historyOf(options.history, process.env), targets.mirrors);
  const repair = (target: MirrorTarget): boolean => options.repair || harmed.has(target);
  try {
    const given = { now, dryRun, repair, work: workFolder, tell: showMirrors(progress) };
    const folders = openMirrorFolders(options);
    const refused = folders.refuse(targets.mirrors);
    const there = targets.mirrors.filter((target) => !refused.has(target));
    const settle = holdBuild(tree, there);
    const sent = await publishApart(there, local, given);
    settle();
    if (!dryRun) folders.note(there.filter((_, at) => sent[at]?.published !== undefined));
    const mirrors = targets.mirrors.flatMap(
      (target) => refused.get(target) ?? sent[there.indexOf(target)] ?? [],
    );
    const repaired = targets.mirrors.filter(repair).map(({ name }) => name);
    if (!dryRun)
      harmed.noteRepairs(
        mirrors.filter(({ name }) => repaired.includes(name)),
        now,
      );
    const archives = await publishArchives(targets.archives, local, {
      dryRun,
      open: folders.open,
    });
    const isShown = ({ state, failures }: (typeof archives)[number]): boolean =>
      options._.length === 0 || state !== 'left' || failures.length > 0;
    return [...mirrors, ...archives.filter(isShown)];
  } finally {
    progress.end();
  }
}

/** Tells of a tree that is older than its content. @throws Error `withdrawn-in-tree` */
async function refuseTakenBack(options: Options, tree: string): Promise<void> {
  if (options['without-content']) return;
  const judged = await judgeTree(tree, { state: cacheFolder, now: readNow() });
  // Without a list of mirrors it is a place of somebody's own, and there need not be any content.
  const warning = judged === undefined ? unknownOf(options, tree) : judged.warning;
  if (warning !== undefined) process.stderr.write(`${warning}\n`);
  if (judged?.fault !== undefined)
    throw new Error(
      `${judged.fault}\n  ${say({ en: 'Nothing was published.', ru: 'Ничего не опубликовано.' })}`,
    );
}

const unknownOf = ({ to }: Options, tree: string): string | undefined =>
  to === undefined ? describeUnknown(tree) : undefined;

/** @throws UsageError, or an error in words, where the tree is no release */
function loadTree(tree: string): LocalRelease {
  try {
    return loadLocalRelease(tree);
  } catch (error) {
    if (!(error instanceof MirrorError)) throw error;
    throw new UsageError(`${reasonOf(error)} (${tree})`);
  }
}

/** @throws UsageError for a mirror or an archive that would be published into itself */
function refuseOverlaps({ mirrors, archives }: Targets, tree: string): void {
  for (const { place, name } of mirrors)
    if (place.kind === 'folder' && (isWithin(place.folder, tree) || isWithin(tree, place.folder)))
      throw new UsageError(
        say({
          en: `The folder of ${name} and the tree lie in one another. Give the mirror a folder of its own.`,
          ru: `Папка зеркала ${name} и дерево лежат одна в другой. Дайте зеркалу отдельную папку.`,
        }),
      );
  for (const { place, name } of archives)
    if (isWithin(place.file, tree))
      throw new UsageError(
        say({
          en: `The file of ${name} lies in the tree that it is to hold. Move it out.`,
          ru: `Файл ${name} лежит в дереве, которое должно быть в нём. Перенесите его.`,
        }),
      );
}
