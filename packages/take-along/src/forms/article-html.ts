import { escapeHtml } from '@tamizdat/render';
import { absolutizeHtml, scanHtml } from '@tamizdat/tree';
import { articleAddress } from '@tamizdat/archive';
import type { Taken } from './article-text.ts';
import type { ShownArticle } from '../shown/load-shown.ts';
import { asOfParagraph, changedAt } from '../shown/as-of.ts';
import { namesAndDate, sourceOf } from '../shown/names-and-date.ts';
import { creditsOf } from './outlet-in-credits.ts';
import { standalonePage } from './standalone-page.ts';
import { sayOf } from './say-of.ts';

/** An article as one HTML file with its pictures inside, which opens without a network and asks for nothing. */
export function buildArticleHtml(shown: ShownArticle, { base, links, source }: Taken): string {
  const { view, context, article } = shown;
  const { lang, edition } = context;
  const text = warningsHtml(view) + creditsOf(shown.html, shown, source);
  const absolute = absolutizeHtml(text, base, articleAddress(article.address));
  const own = sayOf(links, shown);
  const body = links ? absolute : own.html(withoutLinks(absolute));
  const say = (text: string): string => escapeHtml(own.words(text));
  const meta = namesAndDate(shown).map(say).join('<br>');
  const { name, url } = sourceOf(shown, base);
  return standalonePage({
    lang,
    dir: edition.dir,
    title: own.words(view.title),
    article: `<h1>${say(view.title)}</h1>
<p class="meta">${meta}</p>
${body}`,
    foot:
      asOfParagraph(context, changedAt(shown)) +
      (source
        ? `<p>${escapeHtml(name)}<br><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`
        : ''),
  });
}

/** What readers are warned of before the text. */
export const warningsHtml = ({ warnings }: ShownArticle['view']): string =>
  warnings
    ? `<p><strong>${escapeHtml(warnings.title)}</strong> ${escapeHtml(warnings.notes)}</p>`
    : '';

/** The same words, and no element that leads anywhere; with `keep`, those between a text and its notes stay. */
export function withoutLinks(html: string, keep?: 'notes'): string {
  const pieces: string[] = [];
  let done = 0;
  let isKept = false;
  scanHtml(html, {
    openTag: ({ name, start, end, attributes }) => {
      if (name !== 'a') return;
      isKept = keep === 'notes' && attributes.has('role');
      if (isKept) return;
      pieces.push(html.slice(done, start));
      done = end;
    },
    closeTag: (name, start) => {
      if (name !== 'a' || isKept) return;
      pieces.push(html.slice(done, start - '</'.length));
      done = html.indexOf('>', start) + 1;
    },
  });
  return pieces.join('') + html.slice(done);
}
