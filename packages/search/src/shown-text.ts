import { buildBodyBlocks, foldSpace } from './body-blocks.ts';
import type { SearchDocument } from './document.ts';
import { isWord } from './words/fold-word.ts';

/** A run of a document's text that can be found, in the order of reading. */
export interface ShownBlock {
  kind: 'title' | 'standfirst' | 'heading' | 'text';
  text: string;
}

/** Title, standfirst, body and tags. Blocks without a word are left out: nothing in them could be found. */
export function shownBlocks({
  title,
  standfirst,
  bodyHtml,
  tags,
}: Pick<SearchDocument, 'title' | 'standfirst' | 'bodyHtml' | 'tags'>): ShownBlock[] {
  const blocks: ShownBlock[] = [
    { kind: 'title', text: foldSpace(title) },
    { kind: 'standfirst', text: foldSpace(standfirst ?? '') },
    ...buildBodyBlocks(bodyHtml),
    { kind: 'text', text: tags.map(foldSpace).join(', ') },
  ];
  return blocks.filter(({ text }) => isWord(text));
}

/** A block that ends in a word or a closing mark gets a full stop, so that an excerpt over two of them can be read. */
const UNENDED = /[\p{L}\p{N}\p{M}_'")$*]$/u;

/** The text that excerpts are cut from: words stand in it where the index counts them, as they are written. */
export function shownContent(document: SearchDocument): string {
  return shownBlocks(document)
    .map(({ text }) => (UNENDED.test(text) ? `${text}.` : text))
    .join(' ');
}

/** What a result shows beside the excerpt. */
export function shownMeta(document: SearchDocument): Record<string, string> {
  const standfirst = foldSpace(document.standfirst ?? '');
  return {
    date: foldSpace(document.dateText),
    published: document.publishedAt,
    section: foldSpace(document.section.name),
    ...(standfirst === '' ? {} : { standfirst }),
    title: foldSpace(document.title),
  };
}
