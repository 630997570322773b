import type { Archive } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import type { Book, BookPicture } from '@tamizdat/book';
import type { RecipeName } from '@tamizdat/media';
import type { EditionContext } from '@tamizdat/render';
import { scanHtml } from '@tamizdat/tree';
import { appearedAt, buildBookChapter, creatorsOf, latestOf } from '../forms/article-book.ts';
import { changedAt } from '../shown/as-of.ts';
import { drawForBook } from '../shown/draw-for-book.ts';
import { loadShown, type ShownArticle } from '../shown/load-shown.ts';
import { buildAbout } from './about-chapter.ts';
import { COVER_TITLES } from '../limits.ts';
import { sayOf } from '../forms/say-of.ts';
import type { Sources } from '../shown/sources.ts';
import { daysOf } from './days-of.ts';

/** Articles with the pictures that they show. */
export interface Gathered {
  shown: readonly ShownArticle[];
  /** Each once, in the order in which readers meet them. */
  pictures: readonly BookPicture[];
}

/** Gathers articles, their pictures in one size. @throws Error naming a picture that is not there */
export async function gatherArticles(
  door: Archive,
  articles: readonly Article[],
  sources: Sources,
  { recipe, hosts }: { recipe: RecipeName; hosts: readonly string[] | undefined },
): Promise<Gathered> {
  const found: BookPicture[] = [];
  const draw = drawForBook(sources, found, recipe);
  const shown: ShownArticle[] = [];
  // One after another: the pictures of one are enough at a time.
  for (const article of articles)
    shown.push(await loadShown(door, article, { sources, draw, ...(hosts && { hosts }) }));
  const names = new Set(shown.flatMap(({ noted }) => pictureNames(noted)));
  const pictures = [...names].flatMap((name) => found.find((one) => one.name === name) ?? []);
  return { shown, pictures };
}

function pictureNames(html: string): string[] {
  const names: string[] = [];
  scanHtml(html, {
    openTag: ({ name, attributes }) => {
      const source = attributes.get('src')?.value;
      if (name === 'img' && source !== undefined) names.push(source);
    },
  });
  return names;
}

/** The days of an edition, `yyyy-mm-dd`, and its language. */
export interface EditionDays {
  lang: string;
  from: string;
  to: string;
}

export interface EditionOptions {
  context: EditionContext;
  base: string;
  mirrors: readonly string[];
  links: boolean;
  /** Hosts of the outlet and its mirrors, where the book is to have no addresses. */
  hosts?: readonly string[];
}

/** Puts a book together: the outlet’s name and the days on its cover, each article a chapter. */
export function buildEdition(
  { lang, from, to }: EditionDays,
  { shown, pictures }: Gathered,
  kept: readonly BookPicture[],
  options: EditionOptions,
): Book {
  const { context, base, links } = options;
  const { outlet, edition, words } = context;
  const name = outlet.name[lang] ?? '';
  const days = daysOf({ from, to }, edition.locale);
  const leftOut = pictures.length - kept.length;
  const say = sayOf(links, { hosts: options.hosts ?? [] }).words;
  const changed = latestOf(shown.map(changedAt));
  return {
    id: [lang, ...shown.map(({ article }) => article.id)].join('\n'),
    lang,
    dir: edition.dir,
    title: `${name}${words.comma} ${days}`,
    creators: creatorsOf(shown).map(say),
    publisher: name,
    date: latestOf(shown.map(appearedAt)),
    modified: changed,
    cover: shown.slice(0, COVER_TITLES).map(({ view }) => say(view.title)),
    chapters: [
      ...shown.map((one) => buildBookChapter(one, { base, links, source: links })),
      buildAbout({ ...options, leftOut, changed }),
    ],
    pictures: kept,
    links,
    words: words.book,
  };
}
