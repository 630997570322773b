import { escapeHtml } from '@tamizdat/render';
import { absolutizeHtml, scanHtml } from '@tamizdat/tree';
import { articleAddress } from '@tamizdat/archive';
import type { Taken } from './article-text.ts';
import type { ShownArticle } from '../shown/load-shown.ts';
import { namesAndDate, sourceOf } from '../shown/names-and-date.ts';
import { withoutAddresses } from './without-addresses.ts';

const STYLE =
  ':root{color-scheme:light dark}body{max-width:38rem;margin:0 auto;padding:1rem;font:1.125rem/1.6 ui-serif,Georgia,"Noto Serif",serif;overflow-wrap:anywhere}h1,h2,h3{line-height:1.2;text-wrap:balance}h1{font-size:1.8rem}.meta,figcaption,footer{font:.9rem/1.4 system-ui,sans-serif;opacity:.8}figure{margin:1.5rem 0}img{max-width:100%;height:auto}table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border:1px solid;padding:.25rem .5rem}footer{margin-top:3rem;border-top:1px solid;padding-top:.5rem}';

/**
 * An article as one HTML file with its pictures inside, which opens without a network and asks for nothing: no script, and a
 * policy that lets nothing be loaded.
 */
export function buildArticleHtml(shown: ShownArticle, { base, links, source }: Taken): string {
  const { view, context, article } = shown;
  const { lang, edition } = context;
  const absolute = absolutizeHtml(shown.html, base, articleAddress(article.address));
  const body = links ? absolute : withoutAddresses(withoutLinks(absolute));
  const meta = namesAndDate(shown).map(escapeHtml).join('<br>');
  const { name, url } = sourceOf(shown, base);
  const warnings = warningsHtml(view);
  const foot = source
    ? `<footer>${escapeHtml(name)}<br><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></footer>`
    : '';
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}" dir="${edition.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none';img-src data:;style-src 'unsafe-inline';base-uri 'none';form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(view.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<article>
<h1>${escapeHtml(view.title)}</h1>
<p class="meta">${meta}</p>
${warnings}${body}
</article>
${foot}</body>
</html>
`;
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
      pieces.push(html.slice(done, start));
      done = html.indexOf('>', start) + 1;
    },
  });
  return pieces.join('') + html.slice(done);
}
