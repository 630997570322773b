import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/**
 * Stands in the room’s bundle for the site’s Markdown parser, which is a program for servers: CommonMark and
 * GFM as well, the same tree with the same places. What `packages/body` makes of the tree is the same code.
 */
export function markdownToMdast(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}
