import { getLiveCollection } from 'astro:content';
import {
  Archive,
  type ArchiveSource,
  type Content,
  ContentFiles,
  showMirror,
} from '@tamizdat/archive';
import type { RenderSettings } from '@tamizdat/builder';
import { openMedia } from '@tamizdat/media';
import { rememberProse, setContent } from '@tamizdat/render';
import { PROSE_KEPT } from './limits.ts';
import { inSite, type Site } from './site.ts';

/** Opens an outlet for pages to be rendered from. Its plain texts are typeset here, once. */
export function openSite(settings: RenderSettings, content: Content): Site {
  const { contentFolder, mediaFolder, clock, preview } = settings;
  const { problems, mirrors, digests, ...source } = setContent(content);
  // Pages know of a mirror what its readers may know, and no more.
  const shown = mirrors.map(showMirror);
  const door = new Archive(async () => ({ ...(await inSite(opened, loadCollections)), digests }), {
    clock,
    preview,
  });
  const opened: Site = {
    files: new ContentFiles(contentFolder, door),
    media: openMedia({ cacheFolder: mediaFolder }),
    source: { ...source, mirrors: shown },
    problems,
    setProse: rememberProse(PROSE_KEPT),
    door,
  };
  return opened;
}

async function loadCollections(): Promise<ArchiveSource> {
  const [outlets, articles, authors, pages, appeals, mirrors, fronts, words] = await Promise.all([
    getLiveCollection('outlet'),
    getLiveCollection('articles'),
    getLiveCollection('authors'),
    getLiveCollection('pages'),
    getLiveCollection('appeals'),
    getLiveCollection('mirrors'),
    getLiveCollection('fronts'),
    getLiveCollection('words'),
  ]);
  const [outlet] = entriesOf(outlets);
  if (!outlet)
    throw new Error('content/outlet.yaml is missing: "tamizdat check" says what belongs into it');
  return {
    outlet: outlet.data,
    articles: entriesOf(articles).map(({ data }) => data),
    authors: entriesOf(authors).map(({ data }) => data),
    pages: entriesOf(pages).map(({ data }) => data),
    appeals: entriesOf(appeals).map(({ data }) => data),
    mirrors: entriesOf(mirrors).map(({ data }) => data),
    fronts: new Map(entriesOf(fronts).map(({ id, data }) => [id, data])),
    words: new Map(entriesOf(words).map(({ id, data }) => [id, data])),
  };
}

/** Entries of a collection in the order of their loader. */
function entriesOf<Entry>(answer: { entries?: Entry[]; error?: Error }): Entry[] {
  if (answer.error) throw answer.error;
  return answer.entries ?? [];
}
