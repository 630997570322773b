import { EARLIER_DAYS_MAX, WEB_YEAR } from '../limits.ts';
import type { FieldPath, Finding, InBoth } from '@tamizdat/problem';
import { happened, type Named } from './future-rule.ts';
import { instantOf } from './instant.ts';
import type { ArticleRule } from './rule.ts';

const DAY_MS = 86_400_000;

/** Updates and corrections are never before the publication, and have rules of their own. */
const STRICT = new Set(['updatedAt', 'corrections']);

const EMBARGO: InBoth = { en: 'embargo', ru: 'эмбарго' };

/**
 * Nothing of an article is long before its publication: an entry or a note may have been written before, an embargo
 * that ended holds nothing back.
 */
export const earlyRule: ArticleRule = (article) => {
  const { publishedAt, embargoUntil } = article;
  if (publishedAt === undefined) return [];
  const named: Named[] = [[embargoUntil, ['embargoUntil'], EMBARGO], ...happened(article)];
  const earliest = instantOf(publishedAt) - EARLIER_DAYS_MAX * DAY_MS;
  return named
    .filter(([, path]) => !STRICT.has(String(path[0])))
    .flatMap((each) =>
      early(each, earliest, {
        en: `more than ${EARLIER_DAYS_MAX} days before the publication (${publishedAt})`,
        ru: `больше чем за ${EARLIER_DAYS_MAX} день до публикации (${publishedAt})`,
      }),
    );
};

/** The same for what has no publication: no site is older than the web. */
export const earlierThanWeb = (...named: readonly Named[]): Finding[] =>
  named.flatMap((each) =>
    early(each, Date.UTC(WEB_YEAR, 0), {
      en: `before ${WEB_YEAR}, when there was no web`,
      ru: `раньше ${WEB_YEAR} года, когда ещё не было веба`,
    }),
  );

function early([at, path, what]: Named, earliest: number, than: InBoth): Finding[] {
  if (at === undefined || instantOf(at) >= earliest) return [];
  return [tooEarly(at, path, what, than)];
}

const tooEarly = (at: string, path: FieldPath, what: InBoth, than: InBoth): Finding => ({
  code: 'time-too-early',
  path,
  found: at,
  message: `The time of the ${what.en} (${at}) is ${than.en}.`,
  why: 'It is most often a slip of the pen in the year, and readers and feeds would be told of it.',
  remedy: 'Write the right year.',
  ru: {
    message: `Это время (${what.ru}: ${at}) — ${than.ru}.`,
    why: 'Чаще всего это описка в годе, а её увидели бы читатели и ленты.',
    remedy: 'Напишите верный год.',
  },
});
