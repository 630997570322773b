import { Parser } from 'htmlparser2';

/** A run of text between two block borders. */
export interface TextBlock {
  kind: 'heading' | 'text';
  text: string;
}

/** Elements within a line: a word may run on across their border. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** Elements whose content is not read as text. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'title',
]);
const HEADING = /^h[1-6]$/;

/**
 * The text of an HTML fragment, block by block, white space folded. Attributes, scripts and styles are dropped:
 * nothing in the text can steer the indexer.
 */
export function buildBodyBlocks(html: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let text = '';
  let headings = 0;
  let silent = 0;
  const endBlock = (): void => {
    const folded = foldSpace(text);
    if (folded !== '') blocks.push({ kind: headings > 0 ? 'heading' : 'text', text: folded });
    text = '';
  };
  const parser = new Parser({
    onopentag(name) {
      if (!INLINE.has(name)) endBlock();
      if (HEADING.test(name)) headings++;
      if (SILENT.has(name)) silent++;
    },
    ontext(data) {
      if (silent === 0) text += data;
    },
    onclosetag(name) {
      if (!INLINE.has(name)) endBlock();
      if (HEADING.test(name)) headings--;
      if (SILENT.has(name)) silent--;
    },
  });
  parser.end(html);
  endBlock();
  return blocks;
}

/** One ordinary space for every run of white space, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
