import {
  type Appeal,
  ARTICLE_FIELDS,
  type Article,
  type Author,
  type LocalizedText,
  type Outlet,
  type OutletWords,
  type Page,
  type Support,
  type Taxon,
  mapTexts,
  textFields,
} from '@tamizdat/article-schema';
import type { ArticleTexts } from '../article/article-view.ts';
import { setText } from './set-text.ts';
import { setWords } from './set-words.ts';

/** What of the content holds plain texts. */
interface Texts {
  outlet: Outlet;
  articles: Article[];
  authors: Author[];
  pages: Page[];
  appeals: Appeal[];
  words: Map<string, OutletWords>;
}

/**
 * The content with its plain texts set as their languages are printed, so that a headline reads alike on its page, in
 * lists, feeds, search and letters. Markdown is set when it is rendered; names of people are left alone: they are looked
 * up.
 */
export function setContent<Read extends Texts>(content: Read): Read {
  return {
    ...content,
    outlet: setOutlet(content.outlet),
    articles: content.articles.map(setOnce),
    authors: content.authors.map(setAuthor),
    pages: content.pages.map((page) => setFields(page, ['title', 'standfirst'], page.lang)),
    appeals: content.appeals.map((appeal) => setFields(appeal, ['title'], appeal.lang)),
    words: new Map(Array.from(content.words, ([lang, own]) => [lang, setWords(own, lang)])),
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

const TYPESET = textFields(ARTICLE_FIELDS, ['typeset']);

/** An article with its plain texts set. */
export function setArticle<Texts extends ArticleTexts>(article: Texts): Texts {
  return mapTexts(article, TYPESET, (text) => setText(text, article.lang));
}

/** What was set: a process that builds again has the same articles but for a few. */
const set = new WeakMap<Article, Article>();

function setOnce(article: Article): Article {
  const known = set.get(article) ?? setArticle(article);
  set.set(article, known);
  return known;
}

function setAuthor(author: Author): Author {
  return setLocalized(author, ['bio', 'role', 'place']);
}

/** An outlet's records with their plain texts set. */
export function setOutlet(outlet: Outlet): Outlet {
  const taxa = (list: readonly Taxon[]) =>
    list.map((taxon) => setLocalized(taxon, ['name', 'description']));
  return {
    ...setLocalized(outlet, ['name', 'tagline', 'description']),
    sections: taxa(outlet.sections),
    tags: taxa(outlet.tags),
    series: taxa(outlet.series),
    licence: setLocalized(outlet.licence, ['name']),
    newsletters: outlet.newsletters.map((newsletter) =>
      setFields(newsletter, ['name', 'description'], newsletter.lang),
    ),
    ...(outlet.support && { support: setSupport(outlet.support) }),
  };
}

function setSupport(support: Support): Support {
  return {
    ...support,
    methods: support.methods.map((method) => setLocalized(method, ['name'])),
    notices: support.notices.map((notice) => setLocalized(notice, ['place', 'text'])),
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
