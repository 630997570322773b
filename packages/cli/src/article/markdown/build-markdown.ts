import { parseDocument } from 'htmlparser2';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { setBlocks } from './blocks.ts';
import { Notes } from './notes.ts';

/**
 * Writes a text that the kit has set as HTML in Markdown (CommonMark with the tables, notes and strikethrough of GFM);
 * words that look like signs of Markdown stay words. Ends with a line end.
 */
export function buildMarkdown(html: string): string {
  const document = parseDocument(html);
  const children = setBlocks(document.children, new Notes(document));
  return toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', rule: '-' },
  );
}
