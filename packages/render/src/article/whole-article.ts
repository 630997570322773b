import type { Article, CorrectionPlace } from '@tamizdat/article-schema';
import { escapeHtml } from '@tamizdat/body/escape-html';
import { dateAndTime, endOnce } from '../dates/dates.ts';
import type { ArticleView, EditionContext } from './article-view.ts';

/** What of an article is HTML: its texts as `setProse` sets them, with their figures drawn. */
export interface WholeTexts {
  /** The lead picture with its words. */
  lead: string;
  /** The editor’s note. */
  note: string;
  body: string;
  /** Of a live blog, as `ArticleView.entries`. */
  entries: readonly string[];
}

/**
 * Everything of an article below its headline and names in one column of plain HTML, for what has no design of its own:
 * feeds, mail, single files.
 */
export function wholeArticleHtml(
  view: ArticleView,
  { words, edition, outlet }: EditionContext,
  { lead, note, body, entries }: WholeTexts,
): string {
  return [
    lead,
    view.standfirst ? `<p><strong>${escapeHtml(view.standfirst)}</strong></p>` : '',
    correctionsHtml(words.comma, view, 'corrections'),
    view.noteTitle ? `<p><strong>${escapeHtml(view.noteTitle)}</strong></p>` : '',
    note,
    body,
    linkHtml(view),
    ...view.entries.map(({ at, title }, place) => {
      const date = dateAndTime(at, edition, outlet);
      return `<h2>${escapeHtml(title)}</h2><p><small>${escapeHtml(date)}</small></p>${entries[place] ?? ''}`;
    }),
    correctionsHtml(words.comma, view, 'clarifications'),
    originalHtml(view),
  ].join('');
}

function correctionsHtml(
  comma: string,
  { corrections }: ArticleView,
  place: CorrectionPlace,
): string {
  return corrections
    .filter((correction) => correction.place === place)
    .map(({ kind, day, text }) => {
      const label = endOnce(`${kind}${comma} ${day.text}.`);
      return `<p><strong>${escapeHtml(label)}</strong> ${escapeHtml(text)}</p>`;
    })
    .join('');
}

function linkHtml({ linkTo }: ArticleView): string {
  if (!linkTo) return '';
  const { label, url, host } = linkTo;
  return `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a> (${escapeHtml(host)})</p>`;
}

function originalHtml({ original }: ArticleView): string {
  if (!original) return '';
  const { label, url, licence } = original;
  return `<p>${escapeHtml(label)}: <a href="${escapeHtml(url)}">${escapeHtml(url)}</a>. ${escapeHtml(licence)}</p>`;
}

/** The ids of everybody whose record a view of an article needs. */
export function peopleOf({
  authors,
  contributors,
}: Pick<Article, 'authors' | 'contributors'>): string[] {
  const others = contributors.flatMap((one) => ('author' in one ? [one.author] : []));
  return [...new Set([...authors, ...others])];
}
