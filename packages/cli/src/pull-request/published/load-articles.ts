import {
  ARTICLE_FILE_MAX_BYTES,
  type ArticleOutline,
  parseArticle,
} from '@tamizdat/article-schema';
import type { ChangedFile } from '../changed-file.ts';
import { readObjects } from '../git-objects.ts';
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
  await readEach(cwd, articles.map(formerOf), (path, text) => {
    before.push(outlineOf(path, text));
  });
  const texts = new Map<string, string>();
  await readEach(cwd, articles.filter(isFile).map(presentOf), (path, text) => {
    texts.set(path, text);
  });
  const after = [...texts].map(([path, text]) => outlineOf(path, text));
  return { before, after, texts };
}

type Named = readonly [object: string, path: string];

const formerOf = ({ former, path }: ChangedFile): Named => [former, path];
const presentOf = ({ object, path }: ChangedFile): Named => [object, path];
const isFile = ({ sort }: ChangedFile): boolean => sort === 'file' || sort === 'executable';

/** Two files may have one content, and so one object. */
async function readEach(
  cwd: string,
  named: readonly Named[],
  take: (path: string, text: string) => void,
): Promise<void> {
  const paths = Map.groupBy(
    named.filter(([object]) => !/^0*$/.test(object)),
    ([object]) => object,
  );
  for await (const { object, bytes } of readObjects(
    cwd,
    [...paths.keys()],
    ARTICLE_FILE_MAX_BYTES,
  )) {
    for (const [, path] of paths.get(object) ?? []) take(path, bytes.toString('utf8'));
  }
}

const outlineOf = (path: string, text: string): ArticleOutline =>
  parseArticle(text, { path, text: false }).outline;
