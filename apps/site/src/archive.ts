import { getCollection, getEntry } from 'astro:content';
import { Archive, buildClock, type ArchiveSource } from '@tamizdat/archive';
import { FrontSchema } from '@tamizdat/article-schema';
import { givenClock, now, preview } from './settings.ts';

async function loadSource(): Promise<ArchiveSource> {
  const [articles, authors, pages, appeals, fronts, outlet, words, mirrors] = await Promise.all([
    getCollection('articles'),
    getCollection('authors'),
    getCollection('pages'),
    getCollection('appeals'),
    getCollection('fronts'),
    getEntry('outlet', 'outlet'),
    getEntry('words', 'words'),
    getEntry('mirrors', 'mirrors'),
  ]);
  if (!outlet)
    throw new Error('content/outlet.yaml is missing: "tamizdat check" says what belongs into it');
  return {
    outlet: outlet.data,
    articles: articles.map(({ data }) => data),
    authors: authors.map(({ data }) => data),
    pages: pages.map(({ data }) => data),
    appeals: appeals.flatMap(({ data }) => data.appeals),
    mirrors: mirrors?.data.mirrors ?? [],
    fronts: new Map(fronts.map(({ id, data }) => [id, FrontSchema.parse(data)])),
    words: new Map(Object.entries(words?.data ?? {})),
  };
}

async function openArchive(): Promise<Archive> {
  const source = await loadSource();
  const clock = givenClock ?? buildClock({ ...source, fronts: source.fronts.values() }, now);
  return new Archive(() => Promise.resolve(source), { clock, preview });
}

let opened: Promise<Archive> | undefined;

/** The archive of this build. A preview opens it anew for each request, so that a saved article shows. */
export function archive(): Promise<Archive> {
  if (import.meta.env.DEV) return openArchive();
  return (opened ??= openArchive());
}
