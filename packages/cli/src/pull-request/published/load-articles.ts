import {
  type ArticleLists,
  type ArticleOutline,
  parseArticle,
  type ParsedArticle,
} from '@tamizdat/article-schema';
import { readFormer, readPresent } from '../read-sides.ts';
import type { Changes } from '../load-changes.ts';

/** The articles that a pull request touches, as they were and as it makes them; those it leaves alone are in neither. */
export interface ChangedArticles {
  before: readonly ArticleOutline[];
  after: readonly ArticleOutline[];
  /** The texts of `after` by their paths: places of findings are looked up in them. */
  texts: ReadonlyMap<string, string>;
}

const ARTICLE = /^articles\/.+\/index\.md$/;

/**
 * Reads both sides of every article that a pull request adds, changes or deletes, untrusted. Memory is bounded by what
 * may be changed in one pull request.
 * @param cwd A folder of the repository.
 */
export async function loadChangedArticles(
  cwd: string,
  { files, content }: Changes,
): Promise<ChangedArticles> {
  const articles = files.flatMap((file) => {
    if (!file.path.startsWith(content)) return [];
    const path = file.path.slice(content.length).normalize('NFC');
    return ARTICLE.test(path) ? [{ ...file, path }] : [];
  });
  const before: ArticleOutline[] = [];
  await readFormer(cwd, articles, (path, text) => {
    before.push(outlineOf(path, text));
  });
  const texts = new Map<string, string>();
  await readPresent(cwd, articles, (path, text) => {
    texts.set(path, text);
  });
  const after = [...texts].map(([path, text]) => outlineOf(path, text));
  return { before, after, texts };
}

/** With the lists that the article stands on, be there an error in it or not. */
function outlineOf(path: string, text: string): ArticleOutline {
  const { value, outline } = parseArticle(text, { path, text: false });
  const lists = value === undefined ? outline.lists : listsOf(value);
  return { ...outline, ...(lists && { lists }) };
}

const listsOf = ({
  section,
  tags,
  authors,
  series,
}: NonNullable<ParsedArticle['value']>): ArticleLists => ({
  section: [section],
  tag: tags,
  author: authors,
  ...(series && { series: [series.id] }),
});
