import {
  type Archive,
  BOOK_ARTICLES_MAX,
  buildNewsletterIssues,
  isClosed,
} from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { findListed, parseIds } from '../newsletter/choose-articles.ts';
import { chooseLanguages } from '../take-along/choose-languages.ts';
import { verifyMonth, verifyWeek } from '../take-along/verify-period.ts';
import type { Options } from './arguments.ts';

/** What goes into one book. */
export interface Chosen {
  lang: string;
  /** First and last day, `yyyy-mm-dd` in the outlet’s zone. */
  from: string;
  to: string;
  articles: readonly Article[];
  /** The days are not over: more may appear. */
  unfinished: boolean;
}

type Choice = Pick<Options, 'week' | 'month' | 'ids' | 'lang'>;

/**
 * The articles of each language that the options ask for; a language of which there are none is left out.
 * @throws UsageError where there are none at all
 */
export async function chooseEditions(door: Archive, options: Choice): Promise<Chosen[]> {
  const { languages, timeZone } = await door.outlet();
  const langs = chooseLanguages(languages, options.lang);
  const period = parsePeriod(options);
  const editions =
    options.ids === undefined
      ? await Promise.all(langs.map((lang) => chooseDays(door, lang, period, timeZone)))
      : groupNamed(
          await Promise.all(parseIds(options.ids).map((id) => findListed(door, id))),
          langs,
        );
  const chosen = editions.filter((edition) => edition !== undefined);
  if (chosen.length === 0) throw new UsageError(describeNothing(langs, period));
  for (const { articles, lang } of chosen) verifyCount(articles.length, lang);
  return chosen;
}

interface Period {
  frequency: 'weekly' | 'monthly';
  /** The newest whose days are over where absent. */
  id: string | undefined;
}

function parsePeriod({ week, month, ids }: Choice): Period {
  if ([week, month, ids].filter((one) => one !== undefined).length > 1)
    throw new UsageError(
      say({
        en: 'One of --week, --month and --ids.',
        ru: 'Что-то одно: --week, --month или --ids.',
      }),
    );
  if (week !== undefined) verifyWeek(week);
  if (month !== undefined) verifyMonth(month);
  return month === undefined
    ? { frequency: 'weekly', id: week?.toLowerCase() }
    : { frequency: 'monthly', id: month };
}

async function chooseDays(
  door: Archive,
  lang: string,
  { frequency, id }: Period,
  timeZone: string,
): Promise<Chosen | undefined> {
  const issues = buildNewsletterIssues(await door.latest(lang), frequency, 'all');
  const found = issues.find((issue) =>
    id === undefined ? isClosed(issue, door.clock, timeZone) : issue.id === id,
  );
  if (found === undefined) return undefined;
  const { from, to, articles } = found;
  return { lang, from, to, articles, unfinished: !isClosed(found, door.clock, timeZone) };
}

/** Named articles by language, in the order in which they were named. */
function groupNamed(articles: readonly Article[], langs: readonly string[]): Chosen[] {
  const other = articles.find(({ lang }) => !langs.includes(lang));
  if (other !== undefined)
    throw new UsageError(
      say({
        en: `Article ${other.id} is in “${other.lang}”, and --lang is ${langs.join(', ')}.`,
        ru: `Статья ${other.id} на «${other.lang}», а --lang — ${langs.join(', ')}.`,
      }),
    );
  return langs.flatMap((lang): Chosen[] => {
    const own = articles.filter((article) => article.lang === lang);
    const days = own.map(({ address: { year, month, day } }) => `${year}-${month}-${day}`).sort();
    const [from] = days;
    const to = days.at(-1);
    if (from === undefined || to === undefined) return [];
    return [{ lang, from, to, articles: own, unfinished: false }];
  });
}

function describeNothing(langs: readonly string[], { id }: Period): string {
  const names = langs.join(', ');
  return id === undefined
    ? say({
        en: `No week whose days are over has an article (${names}): there is nothing to make an edition of. Name the present week with --week, or articles with --ids.`,
        ru: `Ни в одной закончившейся неделе нет статей (${names}): выпуск делать не из чего. Назовите текущую неделю (--week) или статьи (--ids).`,
      })
    : say({
        en: `Nothing was published in ${id} (${names}): there is nothing to make an edition of, and nothing was written.`,
        ru: `За ${id} ничего не опубликовано (${names}): выпуск делать не из чего, ничего не записано.`,
      });
}

function verifyCount(count: number, lang: string): void {
  if (count <= BOOK_ARTICLES_MAX) return;
  throw new UsageError(
    say({
      en: `That is ${count} articles (${lang}), and an edition holds at most ${BOOK_ARTICLES_MAX}: nothing was written. Make one of a week (--week), or of chosen articles (--ids).`,
      ru: `Статей ${count} (${lang}), а в выпуск входит не больше ${BOOK_ARTICLES_MAX}; ничего не записано. Сделайте выпуск за неделю (--week) или из выбранных статей (--ids).`,
    }),
  );
}
