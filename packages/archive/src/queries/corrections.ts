import type { Article } from '@tamizdat/article-schema';
import { instantOf } from '../instant.ts';

/** A correction with the article it belongs to. */
export interface LoggedCorrection {
  article: Article;
  correction: Article['corrections'][number];
  /** Year of the correction in the outlet's zone. */
  year: string;
}

/**
 * Corrections, clarifications and retractions of articles, newest first; of one instant in the order of articles'
 * ids, then as they stand in the article. Updates are left out: they add to a story and mend nothing.
 * @param timeZone IANA name of the zone in which a year begins.
 */
export function correctionLog(articles: readonly Article[], timeZone: string): LoggedCorrection[] {
  const yearFormat = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    year: 'numeric',
    timeZone,
  });
  return articles
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((article) =>
      article.corrections
        .filter(({ kind }) => kind !== 'update')
        .map((correction) => ({
          article,
          correction,
          year: yearFormat.format(instantOf(correction.at)),
        })),
    )
    .sort((a, b) => instantOf(b.correction.at) - instantOf(a.correction.at));
}
