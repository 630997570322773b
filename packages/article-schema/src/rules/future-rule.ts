import { AHEAD_YEARS_USUAL } from '../limits.ts';
import type { FieldPath, Finding, InBoth } from '@tamizdat/problem';
import { instantOf } from './instant.ts';
import type { ArticleRule, PartialFrontMatter } from './rule.ts';

/** A time, where it stands, and what happened then. */
export type Named = [at: string | undefined, path: FieldPath, what: InBoth];

/** The code of everything that these rules tell, and nothing else that is told of one file depends on the time. */
export const TIME_TO_COME = 'time-to-come';

const PUBLICATION: InBoth = { en: 'publication', ru: 'публикация' };
const EMBARGO: InBoth = { en: 'embargo', ru: 'эмбарго' };
export const UPDATE: InBoth = { en: 'update', ru: 'обновление' };

/** Times at which something is said to have happened. */
export function happened({
  updatedAt,
  editorsNoteAt,
  corrections = [],
  live,
}: PartialFrontMatter): Named[] {
  return [
    [updatedAt, ['updatedAt'], UPDATE],
    [editorsNoteAt, ['editorsNoteAt'], { en: 'editor’s note', ru: 'примечание редакции' }],
    [live?.coverageEnd, ['live', 'coverageEnd'], { en: 'end of coverage', ru: 'конец онлайна' }],
    ...corrections.map(({ at }, index): Named => [
      at,
      ['corrections', index, 'at'],
      { en: 'correction', ru: 'исправление' },
    ]),
    ...(live?.entries ?? []).map(({ at }, index): Named => [
      at,
      ['live', 'entries', index, 'at'],
      { en: 'live entry', ru: 'запись онлайна' },
    ]),
  ];
}

/**
 * Nothing has happened that is yet to come: feeds, sitemaps and the log of corrections would name a time that has not
 * been, and stand above all that is newer. A publication waits for its time; a correction or an entry has no use for
 * that, because what it says is known now. An article that is yet to appear may be dated up to that moment, and a draft
 * as it likes.
 */
export const futureRule: ArticleRule = (article, { now }) => {
  const { status, publishedAt, embargoUntil } = article;
  if (now === undefined || status === undefined || status === 'draft') return [];
  const latest = Math.max(
    ...[now, publishedAt, embargoUntil].flatMap((at) => (at === undefined ? [] : [instantOf(at)])),
  );
  return [
    ...happened(article).flatMap((named) => futureFindings(named, now, latest)),
    ...farFindings([publishedAt, ['publishedAt'], PUBLICATION], now),
    ...farFindings([embargoUntil, ['embargoUntil'], EMBARGO], now),
  ];
};

/** The day on which a name in feeds is said to have been held: a year, a month or a day (RFC 4151, 2.1). */
export function futureDay(day: string, now: string | undefined, path: FieldPath): Finding[] {
  if (now === undefined) return [];
  const latest = new Date(instantOf(now) + EAST_MOST_MS).toISOString().slice(0, day.length);
  if (day <= latest) return [];
  const told = toCome([day, path, { en: 'name in feeds', ru: 'имя в лентах' }], now);
  return [{ ...told, example: `date: '${now.slice(0, 10)}'` }];
}

/** Where the day begins first, it is fourteen hours ahead of UTC. */
const EAST_MOST_MS = 14 * 3_600_000;

/** What waits for so long waits for good: a slip of the pen, and the article is never seen. */
function farFindings(named: Named, now: string): Finding[] {
  const [at] = named;
  if (at === undefined || Number(at.slice(0, 4)) <= Number(now.slice(0, 4)) + AHEAD_YEARS_USUAL) {
    return [];
  }
  return [
    {
      ...toCome(named, now),
      severity: 'warning',
      why: `Until then nobody sees the article; more than ${AHEAD_YEARS_USUAL} years ahead is most often a slip of the pen.`,
      remedy: 'Write the right year.',
      ru: {
        ...toCome(named, now).ru,
        why: `До тех пор статью никто не увидит; больше чем на ${AHEAD_YEARS_USUAL} лет вперёд — чаще всего описка.`,
        remedy: 'Напишите верный год.',
      },
    },
  ];
}

/** What is told of a time after the latest that may be, in milliseconds. */
export function futureFindings(named: Named, now: string, latest: number): Finding[] {
  const [at] = named;
  return at === undefined || instantOf(at) <= latest ? [] : [toCome(named, now)];
}

const toCome = ([at = '', path, what]: Named, now: string): Finding => ({
  code: TIME_TO_COME,
  path,
  found: at,
  message: `The time of the ${what.en} (${at}) is yet to come: it is ${now}.`,
  why: 'Feeds, search engines and readers would be told of something that has not happened.',
  remedy: 'Write when it happened, with the right year and time zone.',
  ru: {
    message: `Это время (${what.ru}: ${at}) ещё не наступило: сейчас ${now}.`,
    why: 'Лентам, поисковикам и читателям сообщили бы о том, чего ещё не было.',
    remedy: 'Напишите, когда это было, с верным годом и часовым поясом.',
  },
  example: `${String(path.at(-1))}: ${now.slice(0, 16)}:00Z`,
});
