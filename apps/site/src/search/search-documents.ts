import { articleAddress } from '@tamizdat/archive';
import { type Article, entryFragment, type Words } from '@tamizdat/article-schema';
import type { SearchDocument } from '@tamizdat/search';
import { localized, longDate, taxonName } from '@tamizdat/render';
import { articleProse, renderProse } from '../article/article-prose.ts';
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

/** The prose alone: no heading over the notes and no words about a source's copies, which every article has. */
async function textOf(listed: Article, shown: Words): Promise<string> {
  const words = { ...shown, sources: '' };
  const sources = listed.sources.map((source) => {
    const kept = { ...source };
    delete kept.archivedUrl;
    return kept;
  });
  const article = { ...listed, sources };
  const entries = article.live?.entries ?? [];
  const live = await Promise.all(
    entries.map(({ id, title, body }) =>
      renderProse(`## ${title}\n\n${body}`, article, 'none', words, entryFragment(id)),
    ),
  );
  return [await articleProse(article, 'none', words), ...live].join('\n');
}
