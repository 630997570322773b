import { absolutizeHtml } from '@tamizdat/tree';
import { articleAddress } from '@tamizdat/archive';
import { TEXT_LINE, wrapText } from '@tamizdat/render';
import { compile, type FormatCallback, type SelectorDefinition } from 'html-to-text';
import type { ShownArticle } from '../shown/load-shown.ts';
import { asOfText, changedAt } from '../shown/as-of.ts';
import { namesAndDate, sourceOf } from '../shown/names-and-date.ts';
import { markRightToLeft } from './mark-right-to-left.ts';
import { creditsOf } from './outlet-in-credits.ts';
import { sayOf } from './say-of.ts';

/** What of an article goes along. */
export interface Taken {
  /** Address that links lead to, with a slash at its end: the outlet’s, or a mirror’s. */
  base: string;
  /** Whether addresses stand behind the words that lead to them. */
  links: boolean;
  /** Whether the outlet and the article’s address are named at the end. */
  source: boolean;
}

/** An article as plain text, for messengers, mail and paper: UTF-8, lines of at most 72 characters, ends with a line end. */
export function buildArticleText(shown: ShownArticle, { base, links, source }: Taken): string {
  const { name, url } = sourceOf(shown, base);
  const parts = [
    wrap(sayOf(links, shown).words(shown.view.title)),
    textBelowTitle(shown, { base, links, source }),
    wrap(asOfText(shown.context, changedAt(shown))),
    ...(source ? [`${wrap(name)}\n${url}`] : []),
  ];
  const text = `${parts.join('\n\n')}\n`;
  return shown.context.edition.dir === 'rtl' ? markRightToLeft(text) : text;
}

/**
 * A text as a file that is opened by itself. A mark at its beginning says that it is UTF-8: from a disk no header says
 * so, and without it phones guess, often wrongly where the letters are Cyrillic (Unicode, 23.8).
 */
export const asTextFile = (text: string): string => `\uFEFF${text}`;

/** Names, dates and the whole text, in the same lines; no line end at its end. */
export function textBelowTitle(
  shown: ShownArticle,
  { base, links, source = true }: Pick<Taken, 'base' | 'links'> & Partial<Taken>,
): string {
  const { view, html, article } = shown;
  const absolute = absolutizeHtml(
    creditsOf(html, shown, source),
    base,
    articleAddress(article.address),
  );
  const own = sayOf(links, shown);
  const body = own.html(absolute);
  const say = (words: string): string => wrap(own.words(words));
  const parts = [
    namesAndDate(shown).map(say).join('\n'),
    view.warnings ? say(`${view.warnings.title} ${view.warnings.notes}`) : '',
    (links ? WITH_ADDRESSES : WITHOUT)(body),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What a picture shows, in brackets; nothing of one that decorates. */
const formatAltText: FormatCallback = ({ attribs }, _walk, builder) => {
  const { alt = '' } = attribs as Record<string, string>;
  if (alt !== '') builder.addInline(`[${alt}]`);
};

const wrap = (text: string): string => wrapText(text).join('\n');

function selectorsOf(links: boolean): SelectorDefinition[] {
  const heading = { options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } };
  return [
    {
      selector: 'a',
      options: { ignoreHref: !links, hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] },
    },
    { selector: 'img', format: 'altText' },
    ...['h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
    {
      selector: 'figure',
      format: 'block',
      options: { leadingLineBreaks: 2, trailingLineBreaks: 2 },
    },
    {
      selector: 'figcaption',
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    },
    {
      selector: 'table',
      format: 'dataTable',
      options: { uppercaseHeaderCells: false, maxColumnWidth: 24 },
    },
    { selector: 'ul', options: { itemPrefix: '– ' } },
  ];
}

const compileFor = (links: boolean) =>
  compile({
    wordwrap: TEXT_LINE,
    selectors: selectorsOf(links),
    formatters: { altText: formatAltText },
  });
/** Made once: a build sets thousands of texts. */
const WITH_ADDRESSES = compileFor(true);
const WITHOUT = compileFor(false);
