import type { ArchiveSource } from '@tamizdat/archive';
import { defineLiveCollection } from 'astro:content';
import type { LiveLoader } from 'astro/loaders';
import { site } from './site.ts';

type Entry<Data> = [id: string, data: Data];

/**
 * A collection of what is open: content is read, checked and typeset before (`openSite`), once for all collections, and
 * compiled templates hold none of it. Entries come in the order in which `select` gives them.
 */
function collection<Data extends object>(select: (source: ArchiveSource) => Entry<Data>[]) {
  const load = async () => select((await site()).source).map(([id, data]) => ({ id, data }));
  const loader: LiveLoader<Data, { id: string }> = {
    name: 'tamizdat:content',
    loadCollection: async () => ({ entries: await load() }),
    loadEntry: async ({ filter }) => (await load()).find(({ id }) => id === filter.id),
  };
  return defineLiveCollection({ loader });
}

/** Collections hold what lists and pages' heads need; texts are read where their page is rendered. */
export const collections = {
  articles: collection(({ articles }) => articles.map((article) => [article.folder, article])),
  authors: collection(({ authors }) => authors.map((author) => [author.id, author])),
  pages: collection(({ pages }) => pages.map((page) => [page.file, page])),
  outlet: collection(({ outlet }) => [['outlet', outlet]]),
  words: collection(({ words }) => [...words]),
  appeals: collection(({ appeals = [] }) =>
    appeals.map((appeal, at) => [`${appeal.lang}-${at}`, appeal]),
  ),
  mirrors: collection(({ mirrors = [] }) => mirrors.map((mirror) => [mirror.name, mirror])),
  fronts: collection(({ fronts }) => [...fronts]),
};
