import { articleAddress } from '@tamizdat/archive';
import { type Article, entryFragment, type Words } from '@tamizdat/article-schema';
import type { SearchDocument } from '@tamizdat/search';
import { escapeHtml, fillProse, localized, longDate, taxonName } from '@tamizdat/render';
import { proseOf } from '../article/article-prose.ts';
import { loadText } from '../article/load-text.ts';
import { withoutApparatus } from './without-apparatus.ts';
import { archive } from '../archive.ts';

/** What a tier of an edition's search is made from: its listed articles, newest first. */
export async function searchDocuments(lang: string, tier: string): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for (const article of await (await archive()).searchTier(lang, tier))
    documents.push(await documentOf(article));
  return documents;
}

async function documentOf(article: Article): Promise<SearchDocument> {
  const door = await archive();
  const { lang, address, publishedAt } = article;
  const outlet = await door.outlet();
  const edition = await door.edition(lang);
  const authors = await Promise.all(article.authors.map((id) => door.author(id)));
  return {
    address: articleAddress(address),
    lang,
    title: article.title,
    ...(article.standfirst ? { standfirst: article.standfirst } : {}),
    bodyHtml: await textOf(article, await door.words(lang)),
    section: {
      id: article.section,
      name: taxonName(outlet.sections, article.section, lang, outlet),
    },
    authors: authors.flatMap((author) => (author ? [localized(author.name, lang, outlet)] : [])),
    year: address.year,
    publishedAt: publishedAt ?? `${address.year}-${address.month}-${address.day}T12:00:00Z`,
    dateText: publishedAt && edition ? longDate(publishedAt, edition, outlet) : '',
    tags: article.tags.map((tag) => taxonName(outlet.tags, tag, lang, outlet)),
  };
}

/** The prose alone, as the page has it. */
async function textOf(article: Article, words: Words): Promise<string> {
  const entries = (article.live?.entries ?? []).map(async ({ id, title, body }) => {
    const text = await plainProse(body, article, words, entryFragment(id));
    return `<h2>${escapeHtml(title)}</h2>${text}`;
  });
  const parts = [plainProse(await loadText(article), article, words), ...entries];
  return (await Promise.all(parts)).join('\n');
}

async function plainProse(
  markdown: string,
  article: Article,
  words: Words,
  fragment = '',
): Promise<string> {
  const prose = await proseOf(markdown, article, words, { fragment });
  return withoutApparatus(
    fillProse(prose, () => ''),
    words,
    fragment,
  );
}
