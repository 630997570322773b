import { dirname } from 'node:path';
import type { TextReference, Unseen } from '@tamizdat/article-schema';
import { appearsAt, CLOCK_START } from '../clock.ts';
import { END_OF_TIME, instantOf } from '../instant.ts';
import type { LoadedFiles } from './check-content.ts';

/** From when on readers see a text, and what of it. */
export interface Shown {
  /** Milliseconds. */
  from: number;
  /** A draft may wait for what it links to. */
  isDraft?: true;
  /** An article that was taken back shows its editor’s note alone, or nothing. */
  only?: 'editorsNote' | 'nothing';
}

export const severityOf = ({ why }: Unseen, { isDraft }: Shown) =>
  why === 'removed' || (isDraft && why !== 'nothing') ? 'warning' : 'error';

/** What is no link of the site is told wherever it stands. */
export const isNotShown = ({ why }: Unseen, { field }: TextReference, { only }: Shown): boolean =>
  why !== 'nothing' && only !== undefined && field?.[0] !== only;

/**
 * When texts are shown: an article’s, with the transcripts beside it, and an appeal’s; all others are there now. Of an
 * article with an error, what is right of it tells; where its status or time is not, it may wait for anything.
 * @param now Milliseconds.
 */
export function showings(
  { parsed, records }: Pick<LoadedFiles, 'parsed' | 'records'>,
  now: number,
): (path: string) => Shown {
  const articles = new Map(parsed.map(({ outline }) => [dirname(outline.path), outline]));
  const appeals = new Map(
    records.appeals.flatMap(({ path, value }) => (value?.from ? [[path, value.from]] : [])),
  );
  return (path) => {
    const article = articles.get(dirname(path));
    if (article === undefined)
      return { from: Math.max(now, instantOf(appeals.get(path) ?? CLOCK_START)) };
    const { status, publishedAt } = article;
    if (status === 'draft') return { from: now, isDraft: true };
    if (status === 'removed') return { from: now, only: 'nothing' };
    if (status === undefined || publishedAt === undefined) return MAY_WAIT;
    const from = Math.max(now, appearsAt(article));
    return status === 'withdrawn' ? { from, only: 'editorsNote' } : { from };
  };
}

const MAY_WAIT: Shown = { from: instantOf(END_OF_TIME), isDraft: true };
