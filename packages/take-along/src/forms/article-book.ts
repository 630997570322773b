import { articleAddress } from '@tamizdat/archive';
import { type Book, type BookPicture, buildBook, type Chapter } from '@tamizdat/book';
import { escapeHtml } from '@tamizdat/render';
import { absolutizeHtml } from '@tamizdat/tree';
import { warningsHtml } from './article-html.ts';
import type { Taken } from './article-text.ts';
import type { ShownArticle } from '../shown/load-shown.ts';
import { asOfText, changedAt } from '../shown/as-of.ts';
import { namesAndDate, sourceOf } from '../shown/names-and-date.ts';
import { creditsOf } from './outlet-in-credits.ts';
import { sayOf } from './say-of.ts';

/** An article as an EPUB of one chapter, with its pictures. */
export function buildArticleBook(
  shown: ShownArticle,
  taken: Taken,
  pictures: readonly BookPicture[],
): Promise<Buffer> {
  const { article, context, view } = shown;
  const { source, base } = taken;
  const { name } = sourceOf(shown, base);
  const say = sayOf(taken.links, shown).words;
  return buildBook({
    id: article.id,
    ...languageOf(shown),
    title: say(view.title),
    creators: creatorsOf([shown]).map(say),
    ...(source ? { publisher: name } : {}),
    date: appearedAt(shown),
    modified: changedAt(shown),
    cover: [...namesAndDate(shown).map(say), ...(source ? [name] : [])],
    chapters: [withAsOf(buildBookChapter(shown, taken), shown)],
    pictures,
    links: taken.links,
    words: context.words.book,
  });
}

export const languageOf = ({ context }: ShownArticle): Pick<Book, 'lang' | 'dir'> => ({
  lang: context.lang,
  dir: context.edition.dir,
});

/** An article as a chapter. */
export function buildBookChapter(shown: ShownArticle, { base, links, source }: Taken): Chapter {
  const { article, view, noted } = shown;
  const { name, url } = sourceOf(shown, base);
  const html = warningsHtml(view) + creditsOf(noted, shown, source);
  const text = absolutizeHtml(html, base, articleAddress(article.address));
  const say = sayOf(links, shown);
  return {
    title: say.words(view.title),
    meta: namesAndDate(shown).map(say.words),
    html: say.html(text),
    address: url,
    ...(source
      ? {
          foot: `<p>${escapeHtml(name)}<br><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>`,
        }
      : {}),
  };
}

/** A book of many says it once, in its last chapter. */
const withAsOf = (chapter: Chapter, shown: ShownArticle): Chapter => ({
  ...chapter,
  foot: `<p>${escapeHtml(asOfText(shown.context, changedAt(shown)))}</p>${chapter.foot ?? ''}`,
});

/** Who wrote the articles, each once, as pages name them. */
export const creatorsOf = (articles: readonly ShownArticle[]): string[] => [
  ...new Set(articles.flatMap(({ view }) => view.byline.map(({ name }) => name))),
];

/** When an article appeared, RFC 3339. */
export const appearedAt = ({ article }: ShownArticle): string => article.publishedAt ?? '';

/** The latest of some times, RFC 3339. */
export const latestOf = (times: readonly string[]): string =>
  times.reduce((one, other) => (Date.parse(other) > Date.parse(one) ? other : one));
