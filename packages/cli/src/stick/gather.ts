import { type Archive, articleAddress } from '@tamizdat/archive';
import type { StickArticle } from '@tamizdat/stick';
import { scanHtml } from '@tamizdat/tree';
import {
  loadShown,
  namesAndDate,
  type Place,
  sayOf,
  type ShownArticle,
  warningsHtml,
} from '@tamizdat/take-along';
import type { Chosen } from './choose.ts';

/** Gathers the articles of a language as a stick shows them. @param addresses Whether the text may spell out any. @throws Error naming a picture that is not there */
export async function gather(
  door: Archive,
  { articles }: Pick<Chosen, 'articles'>,
  place: Place,
  addresses: boolean,
): Promise<StickArticle[]> {
  const gathered: StickArticle[] = [];
  // One after another: the pictures of one are enough at a time.
  for (const article of articles)
    gathered.push(build(await loadShown(door, article, place), addresses));
  return gathered;
}

function build(shown: ShownArticle, addresses: boolean): StickArticle {
  const { article, view, noted } = shown;
  const { year, month } = article.address;
  const html = warningsHtml(view) + noted;
  const say = sayOf(addresses, shown);
  return {
    path: articleAddress(article.address),
    month: `${year}-${month}`,
    section: say.words(view.section.name),
    title: say.words(view.title),
    standfirst: view.standfirst && say.words(view.standfirst),
    overline: [view.section.name, view.overline]
      .filter((part) => part !== '')
      .map(say.words)
      .join(' · '),
    meta: namesAndDate(shown).map(say.words),
    date: view.published?.text ?? '',
    tags: view.tags.map(({ name }) => say.words(name)),
    html: say.html(html),
  };
}

/** Names of the pictures that articles show, each once, in the order in which readers meet them. */
export const picturesOf = (articles: readonly StickArticle[]): string[] =>
  namesIn(articles, (name) => (name === 'img' ? 'src' : 'poster'));

/** The same of the recordings that play there. */
export const recordingsOf = (articles: readonly StickArticle[]): string[] =>
  namesIn(articles, (name) => (name === 'audio' || name === 'video' ? 'src' : ''));

/** @param attribute Which attribute of an element names them */
function namesIn(
  articles: readonly StickArticle[],
  attribute: (element: string) => string,
): string[] {
  const names = new Set<string>();
  for (const { html } of articles)
    scanHtml(html, {
      openTag: ({ name, attributes }) => {
        const source = attributes.get(attribute(name))?.value;
        if (source !== undefined) names.add(source.replace(/^stick:/, ''));
      },
    });
  return [...names];
}
