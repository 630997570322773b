import path from 'node:path';
import { replaceFile } from '@tamizdat/files';
import { buildCsv, buildRedirects, type Redirects } from '@tamizdat/import';
import type { Problem } from '@tamizdat/problem';
import { countProblems } from '../check/choose-problems.ts';
import { printable } from '../check/printable.ts';
import { language, say } from '../language/say.ts';
import { describeTally } from './describe-plan.ts';
import { keepMoves } from './keep-moves.ts';
import type { Run } from './run-command.ts';

/** What the files of a report hold, in numbers. */
export interface Reports {
  errors: number;
  /** Pictures without a description, and lead pictures without a credit. */
  undescribed: number;
  uncredited: number;
  redirects: Redirects;
}

/** Files of an import’s report, from the state folder’s `import`. Deterministic but for what changed. */
export function writeReports(run: Run, problems: readonly Problem[]): Reports {
  const { state, index } = run;
  const undescribed = problems.filter(({ code }) => /-alt-missing$/.test(code));
  const uncredited = problems.filter(({ code }) => code === 'lead-image-credit-missing');
  const moves = keepMoves(state, run.from, index.moves);
  const redirects = buildRedirects(moves);
  const write = (name: string, text: string) => {
    replaceFile(state, path.join(state, name), text);
  };
  write('alternative-texts.csv', tableOf(undescribed));
  write('credits.csv', tableOf(uncredited));
  write('redirects/nginx.conf', redirects.nginx);
  write('redirects/caddy.conf', redirects.caddy);
  write('redirects/_redirects', redirects.listed);
  write('redirects/moves.json', `${JSON.stringify(moves, undefined, 1)}\n`);
  const { errors } = countProblems(problems);
  const reports = {
    errors,
    undescribed: undescribed.length,
    uncredited: uncredited.length,
    redirects,
  };
  write('report.json', runJson(run, reports));
  return reports;
}

const tableOf = (problems: readonly Problem[]): string =>
  buildCsv([
    ['file', 'line', 'picture', 'write here'],
    ...problems.map(({ file, line, found = '' }) => [file, String(line), found, '']),
  ]);

/** One screen. */
export function describeRun({ state, tally, outcome }: Run, reports: Reports): string {
  const { written, updated, unchanged, differing, kept, missingPictures } = outcome;
  const { redirects } = reports;
  const shown = (folders: readonly string[]) =>
    folders.slice(0, 3).map((folder) => printable(`       ${folder}`));
  const lines = [
    say({
      en: `Articles in the export: ${tally.articles}. Written: ${written.length}, updated: ${updated.length}, as they were: ${unchanged}.`,
      ru: `Статей в выгрузке: ${tally.articles}. Записано: ${written.length}, обновлено: ${updated.length}, без изменений: ${unchanged}.`,
    }),
    ...(kept.length > 0
      ? [
          say({
            en: `Edited here, left alone: ${kept.length}`,
            ru: `Правлены здесь, не тронуты: ${kept.length}`,
          }),
        ]
      : []),
    ...(differing.length > 0
      ? [
          say({
            en: `Changed here and there, left alone: ${differing.length}`,
            ru: `Изменились и здесь, и там, не тронуты: ${differing.length}`,
          }),
          ...shown(differing),
        ]
      : []),
    ...describeTally(tally),
    say({
      en: `Pictures that are not in the uploads: ${missingPictures.length}; without a description: ${reports.undescribed}; leads without a credit: ${reports.uncredited}.`,
      ru: `Картинок нет в загрузках: ${missingPictures.length}; без описания: ${reports.undescribed}; главных без автора: ${reports.uncredited}.`,
    }),
    say({
      en: `Rules for old addresses: ${redirects.count}, ${redirects.queries} of them by query; too odd for a rule: ${redirects.odd.length}.`,
      ru: `Правил для старых адресов: ${redirects.count}, из них по запросу: ${redirects.queries}; правила не написать: ${redirects.odd.length}.`,
    }),
    say({
      en: `Errors of the content: ${reports.errors}. All of this: ${state}`,
      ru: `Ошибок в содержимом: ${reports.errors}. Всё это: ${state}`,
    }),
  ];
  return `${lines.join('\n')}\n`;
}

/** Everything that was counted, for a machine. */
export function runJson({ tally, outcome }: Run, { redirects, ...numbers }: Reports): string {
  const { count, queries, odd } = redirects;
  const whole = {
    language,
    articles: tally.articles,
    ...outcome,
    leftOut: Object.fromEntries(tally.leftOut),
    dropped: Object.fromEntries(tally.dropped),
    notRun: Object.fromEntries(tally.notRun),
    converted: Object.fromEntries(tally.converted),
    redirects: { count, queries, odd },
    ...numbers,
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
