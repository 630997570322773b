import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Inspected, inspectContent } from '@tamizdat/archive';
import {
  type ArticleIndex,
  indexArticles,
  Journal,
  type Outcome,
  runImport,
  Tally,
} from '@tamizdat/import';
import { tellIn } from '@tamizdat/problem';
import { defineCommand } from 'citty';
import { buildReport } from '../check/build-report.ts';
import { localTime } from '../clock/local-time.ts';
import { readNow } from '../clock/read-now.ts';
import { UsageError } from '../frame/usage-error.ts';
import { language, say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { stateOf } from '../repository/folders.ts';
import { common } from './arguments.ts';
import { readMap } from './map-file.ts';
import { openExport, toldError } from './open-export.ts';
import { prepareContent, writePrepared } from './prepare-content.ts';
import { describeRun, runJson, writeReports } from './report-run.ts';

export default defineCommand({
  meta: {
    name: 'run',
    description: say({
      en: 'Write the articles of an export into a content folder: an empty one, or an outlet’s. Takes public articles alone, fetches nothing, writes over nothing that was edited; may be stopped and run again. Reports lie in outlet-state/import beside the content. Exit codes: 0 done, 1 the content has errors then, 2 usage.',
      ru: 'Записать статьи из выгрузки в папку содержимого: пустую или издания. Берёт только опубликованное, ничего не скачивает, не пишет поверх правок; можно прервать и запустить снова. Отчёты — в outlet-state/import рядом с содержимым. Коды выхода: 0 готово, 1 в содержимом после этого ошибки, 2 ошибка вызова.',
    }),
  },
  args: {
    ...common,
    content: { ...contentArgument, required: true },
    media: {
      type: 'string',
      description: say({
        en: 'The folder of uploads: wp-content/uploads, content/images, or a copy of the site’s files',
        ru: 'Папка с загрузками: wp-content/uploads, content/images или копия файлов сайта',
      }),
      valueHint: 'folder',
    },
  },
  async run({ args }) {
    const root = path.resolve(args.content);
    const uploads = readUploads(args.media);
    const map = readMap(path.resolve(args.map));
    const source = openExport(args.source);
    const now = readNow();
    const prepared = prepareContent(root, map, localTime(now, 'UTC').day);
    if ('problems' in prepared) {
      const problems = prepared.problems.map((problem) => tellIn(language, problem));
      process.stderr.write(await buildReport({ problems, files: 1, root }));
      process.exitCode = 1;
      return;
    }
    const state = path.join(stateOf(root), 'import');
    const journal = new Journal(state);
    const tally = new Tally();
    const { outlet, authors, taken, files } = prepared;
    const zone = outlet.timeZone;
    const done = await (async () => {
      const index = await indexArticles(
        source,
        { map, journal, now, localTime, zone, taken },
        tally,
      );
      writePrepared(root, files);
      const at = localTime(now, zone).timestamp;
      const given = { source, map, index, journal, content: root, outlet, authors, uploads, tally };
      return { index, outcome: await runImport({ ...given, now: at }) };
    })().catch((error: unknown) => {
      throw toldError(error);
    });
    await report(
      { root, state, from: map.from, tally, ...done },
      new Date(now).toISOString(),
      args.json,
    );
  },
});

export interface Run {
  root: string;
  /** Folder of the reports. */
  state: string;
  /** What the map calls the archive. */
  from: string;
  tally: Tally;
  index: ArticleIndex;
  outcome: Outcome;
}

/** What was written is held against the check, as everything is before it is built. */
async function report(run: Run, now: string, asJson: boolean): Promise<void> {
  const checked: Inspected = await inspectContent(run.root, {
    texts: true,
    images: true,
    workers: availableParallelism(),
    now,
  });
  const reports = writeReports(run, checked.problems);
  process.stdout.write(asJson ? runJson(run, reports) : describeRun(run, reports));
  if (reports.errors > 0) process.exitCode = 1;
}

function readUploads(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const uploads = path.resolve(folder);
  if (existsSync(uploads) && statSync(uploads).isDirectory()) return uploads;
  throw new UsageError(
    say({ en: `There is no folder “${folder}”.`, ru: `Папки «${folder}» нет.` }),
  );
}
