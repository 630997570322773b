import type {
  Appeal,
  Article,
  Author,
  Front,
  Outlet,
  OutletWords,
  Page,
} from '@tamizdat/article-schema';
import type { ArticleIndex } from './queries/article-index.ts';
import type { FormerIndex } from './queries/former-index.ts';
import type { ShownMirror } from './queries/mirrors.ts';

/** Typed content, wherever it is kept: a content collection, memory, later an index on disk. */
export interface ArchiveSource {
  outlet: Outlet;
  authors: Author[];
  pages: Page[];
  appeals?: Appeal[];
  /** In the order of `mirrors.yaml`. */
  mirrors?: ShownMirror[];
  /** By language. */
  fronts: ReadonlyMap<string, Front>;
  /** The outlet's own words, by language. */
  words: ReadonlyMap<string, OutletWords>;
  articles: Article[];
  /** SHA-256 of every file of the content folder, by its path there; a preview knows none. */
  digests?: ReadonlyMap<string, string>;
}

/** What was loaded, arranged for the queries. */
export interface Opened {
  source: ArchiveSource;
  index: ArticleIndex;
  formers: FormerIndex;
}

/** What answers are made of: a part of the content, or the clock. */
export type Part = keyof ArchiveSource | 'clock';

/** The index is made of the articles, as they are seen at the clock; the former addresses of everything else, of that. */
export function watchParts({ source, index, formers }: Opened, note: (part: Part) => void): Opened {
  const watched = new Proxy(source, {
    get: (target, part: Part & keyof ArchiveSource) => {
      note(part);
      return target[part];
    },
  });
  return {
    source: watched,
    get index() {
      note('articles');
      note('clock');
      return index;
    },
    get formers() {
      for (const part of ['outlet', 'authors', 'pages'] as const) note(part);
      return formers;
    },
  };
}
