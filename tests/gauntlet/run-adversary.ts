import type { BrowserContext, Page } from '@playwright/test';
import type { Adversary, Article, Outcome, Run } from './adversary.ts';
import type { Course } from './course.ts';
import type { World } from './hosts/world.ts';
import {
  CROWD,
  MOST_HOSTS,
  MOST_TOGETHER,
  MENDED_PICTURES_MS,
  PATIENCE_MS,
  PICTURES_MS,
  PLAIN_PATIENCE_MS,
} from './limits.ts';
import { baseOf, MIRRORS, nameOf, ORIGIN } from './outlet/names.ts';
import { openBrowser } from './reader/browser.ts';
import { findWrongClock, findWrongWorkerClock } from './reader/find-wrong-clock.ts';
import { findWrongWords } from './reader/find-wrong-words.ts';
import { fillStorage } from './reader/full-storage.ts';
import { openArticle } from './reader/open-article.ts';
import { paste } from './reader/paste.ts';
import { ADDRESSES, readReferences } from './reader/references.ts';
import { visitFirst } from './reader/visit-first.ts';
import type { Column, Measured, Row } from './row.ts';

const CALM = { strike: {} } as const;

/** Lets one adversary strike a reader who was there before, and measures what they read then. */
export async function runAdversary(
  course: Course,
  { number, title }: Adversary,
  run: Run,
  column: Column,
): Promise<Row> {
  const { name, protocol = 'h2', strike } = run;
  const world = await course.world(protocol);
  const row: Row = {
    number,
    title,
    run: name,
    protocol,
    column,
    opened: [],
    recovered: undefined,
    faults: [],
  };
  await course.withReader(async (profile) => {
    const workers = column === 'worker' && strike.workers !== 'none';
    const open = (clockDays: number, { strike: names }: Pick<Run, 'strike'>) =>
      openBrowser({
        home: course.home,
        profile,
        names: world.listNames({ strike: names }),
        clockDays,
        workers,
      });
    const visit = async (
      clockDays: number,
      names: Pick<Run, 'strike'>,
      what: (context: BrowserContext) => Promise<void>,
    ): Promise<void> => {
      const context = await open(clockDays, names);
      await what(context).finally(() => context.close());
    };
    let drawn: string | undefined;
    await world.serve(run.first?.release ?? 'former');
    await visit(-(run.first?.daysBehind ?? 0), CALM, async (context) => {
      const { faults, sources } = await visitFirst(context, workers, run.sameDay === true);
      row.faults.push(...faults);
      drawn = sources.map(nameOf).find((name) => MIRRORS.includes(name));
    });
    await world.strike(run, drawn);
    await visit(strike.clockDays ?? 0, run, async (context) => {
      row.faults.push(...(await findWrongClock(context, strike.clockDays ?? 0)));
      if (strike.storage === 'full') await fillStorage(context);
      if (strike.pasted !== undefined && workers)
        row.faults.push(...(await paste(context, strike.pasted)));
      for (const article of articlesOf(run[column])) {
        const taking = workers && run.takesScript && row.opened.length === 0;
        const afterwards = (page: Page): Promise<void> =>
          taking ? world.awaitScript(page) : none();
        const measuring = { course, world, context, run, column, afterwards };
        row.opened.push(await measure(measuring, article));
      }
      if (run.says && workers) row.faults.push(...(await findWrongWords(context, run.says)));
      if (strike.clockDays !== undefined && workers)
        row.faults.push(...(await findWrongWorkerClock(context, strike.clockDays)));
    });
    if (run.recovers) {
      await world.serve('newest');
      await visit(0, CALM, async (context) => {
        const calm: Run = { ...run, ...CALM, plain: GOOD, worker: GOOD };
        const measuring = { course, world, context, run: calm, column, afterwards: none };
        row.recovered = await measure(measuring, 'new');
        if (run.says && workers) row.faults.push(...(await findWrongWords(context, undefined)));
      });
    }
  });
  row.faults.push(...listFaults(row, run));
  return row;
}

const none = (): Promise<void> => Promise.resolve();

const GOOD = { new: 'newest' } as const;

const articlesOf = (outcomes: Partial<Record<Article, Outcome>>): Article[] =>
  (['new', 'known'] as const).filter((article) => article in outcomes);

interface Measuring {
  course: Course;
  world: World;
  context: BrowserContext;
  run: Run;
  column: Column;
  /** Done before the page is closed. */
  afterwards: (page: Page) => Promise<void>;
}

async function measure(
  { course, world, context, run, column, afterwards }: Measuring,
  article: Article,
): Promise<Measured> {
  const page = await context.newPage();
  world.forget();
  const references = readReferences(course.folders, article, run.since ?? 'newest');
  const address = baseOf(run.strike.at ?? ORIGIN) + ADDRESSES[article];
  const isHelped = column === 'worker' && run.strike.workers !== 'none';
  const opened = await openArticle(page, address, {
    references,
    patience: isHelped ? (run.patience ?? 0) * 1_000 || PATIENCE_MS : PLAIN_PATIENCE_MS,
    maySettle: isHelped,
    picturesMs: isHelped && run.pictures ? MENDED_PICTURES_MS : PICTURES_MS,
  });
  const traffic = world.count();
  await afterwards(page);
  await page.close();
  return { article, ...opened, expected: run[column][article] ?? 'nothing', ...traffic };
}

/** Connections at once to a host: where they freeze, the one that is let go of may still stand when the next is opened. */
const mostBeside = ({ strike: { mirrors } }: Run): number =>
  mirrors?.way?.kind === 'frozen' ? 2 : 1;

/** Of a browser without a worker nothing is held but what it showed. */
function listFaults({ opened, recovered, column }: Row, run: Run): string[] {
  const all = [...opened, ...(recovered ? [recovered] : [])];
  const wrong = all
    .filter(({ outcome, expected }) => outcome !== expected)
    .map(({ article, outcome, expected }) => `${article}: ${outcome}, not ${expected}`);
  if (column === 'plain' || run.strike.workers === 'none') return wrong;
  const loud = all.flatMap(({ article, hostsAMinute, crowd, together, beside }) => [
    ...(hostsAMinute > MOST_HOSTS
      ? [`${article}: ${hostsAMinute} hosts asked within a minute`]
      : []),
    ...(crowd > CROWD ? [`${article}: ${crowd} connections within ten seconds`] : []),
    ...(together > MOST_TOGETHER ? [`${article}: ${together} hosts asked at once`] : []),
    ...(beside > mostBeside(run) ? [`${article}: ${beside} connections at once to a host`] : []),
  ]);
  const blank = opened
    .filter(({ pictures: { shown, all } }) => run.pictures && shown < all)
    .map(
      ({ article, pictures: { shown, all: count } }) => `${article}: ${shown} of ${count} pictures`,
    );
  return [...wrong, ...loud, ...blank];
}
