import type { Content } from '@tamizdat/archive';
import type { Article, Author, LocalizedText, Outlet, Page, Taxon } from '@tamizdat/article-schema';
import { setText } from './set-text.ts';

/**
 * The content with its plain texts set as their languages are printed, so that a headline reads alike on its page, in
 * lists, feeds and search. Markdown is set when it is rendered; names of people are left alone: they are looked up.
 */
export function setContent<Read extends Omit<Content, 'problems'>>(content: Read): Read {
  return {
    ...content,
    outlet: setOutlet(content.outlet),
    articles: content.articles.map(setArticle),
    authors: content.authors.map(setAuthor),
    pages: content.pages.map(setPage),
  };
}

/** Sets the named fields of a record that are texts, and leaves out none that is there. */
function setFields<Item extends object>(item: Item, fields: readonly (keyof Item)[], lang: string) {
  const set = { ...item };
  for (const field of fields) {
    const text: unknown = set[field];
    if (typeof text === 'string') Object.assign(set, { [field]: setText(text, lang) });
  }
  return set;
}

function setArticle(article: Article): Article {
  const { lang, leadImage, live, original } = article;
  return {
    ...setFields(article, ['title', 'kicker', 'standfirst', 'dateline'], lang),
    corrections: article.corrections.map((item) => setFields(item, ['text'], lang)),
    sources: article.sources.map((item) => setFields(item, ['title'], lang)),
    contentWarnings: article.contentWarnings.map((item) => setFields(item, ['note'], lang)),
    ...(leadImage && { leadImage: setFields(leadImage, ['caption', 'credit'], lang) }),
    ...(original && { original: setFields(original, ['publisher'], lang) }),
    ...(live && {
      live: { ...live, entries: live.entries.map((item) => setFields(item, ['title'], lang)) },
    }),
  };
}

function setPage(page: Page): Page {
  return setFields(page, ['title', 'standfirst'], page.lang);
}

function setAuthor(author: Author): Author {
  return setLocalized(author, ['bio', 'role']);
}

function setOutlet(outlet: Outlet): Outlet {
  const taxa = (list: readonly Taxon[]) =>
    list.map((taxon) => setLocalized(taxon, ['name', 'description']));
  return {
    ...setLocalized(outlet, ['name', 'tagline', 'description']),
    sections: taxa(outlet.sections),
    tags: taxa(outlet.tags),
    series: taxa(outlet.series),
    licence: setLocalized(outlet.licence, ['name']),
  };
}

/** Sets the named fields of a record that hold a text for each language. */
function setLocalized<Item extends object>(item: Item, fields: readonly (keyof Item)[]): Item {
  const set = { ...item };
  for (const field of fields) {
    const texts = set[field] as LocalizedText | undefined;
    if (texts === undefined) continue;
    const entries = Object.entries(texts).map(([lang, text]) => [lang, setText(text, lang)]);
    Object.assign(set, { [field]: Object.fromEntries(entries) as LocalizedText });
  }
  return set;
}
