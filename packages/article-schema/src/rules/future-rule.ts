import type { FieldPath, Finding, InBoth } from '../problem.ts';
import { instantOf } from './instant.ts';
import type { ArticleRule, PartialFrontMatter } from './rule.ts';

type Named = [at: string | undefined, path: FieldPath, what: InBoth];

/** The code of everything that these rules tell, and nothing else that is told of one file depends on the time. */
export const TIME_TO_COME = 'time-to-come';

const UPDATE: InBoth = { en: 'update', ru: 'обновление' };

/** Times at which something is said to have happened. */
function happened({
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
  return happened(article).flatMap((named) => futureFindings(named, now, latest));
};

/** The same for a fixed page, which is always there. */
export const futurePage = (updatedAt: string | undefined, now: string | undefined): Finding[] =>
  now === undefined ? [] : futureFindings([updatedAt, ['updatedAt'], UPDATE], now, instantOf(now));

function futureFindings([at, path, what]: Named, now: string, latest: number): Finding[] {
  if (at === undefined || instantOf(at) <= latest) return [];
  return [
    {
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
    },
  ];
}
