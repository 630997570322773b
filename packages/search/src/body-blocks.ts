import { Parser } from 'htmlparser2';

/** A run of text between two block borders. */
export interface TextBlock {
  kind: 'heading' | 'text';
  text: string;
}

/** Elements within a line: a word may run on across their border. */
const INLINE = new Set(
  'a abbr b bdi cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
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
/** Roles (DPUB-ARIA) of what leads from the text to its notes and back: numbers and arrows, not words of the text. */
const APPARATUS = new Set(['doc-noteref', 'doc-backlink']);
/** Digits that say by themselves that they are raised or lowered: an excerpt has no elements, and 10⁶ is not 106. */
const MOVED_DIGITS = new Map([
  ['sup', '⁰¹²³⁴⁵⁶⁷⁸⁹'],
  ['sub', '₀₁₂₃₄₅₆₇₈₉'],
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
  /** Inside a link of the apparatus; links do not nest. */
  let apparatus = false;
  let digits: string | undefined;
  const endBlock = (): void => {
    const folded = foldSpace(text);
    if (folded !== '') blocks.push({ kind: headings > 0 ? 'heading' : 'text', text: folded });
    text = '';
  };
  const parser = new Parser({
    onopentag(name, { role }) {
      if (!INLINE.has(name)) endBlock();
      if (HEADING.test(name)) headings++;
      if (SILENT.has(name)) silent++;
      digits = MOVED_DIGITS.get(name) ?? digits;
      if (name === 'a') apparatus = role !== undefined && APPARATUS.has(role);
    },
    ontext(data) {
      // A raised comma stands between two notes, and is no mark of the text.
      if (silent > 0 || apparatus || (digits !== undefined && data === ', ')) return;
      text += data.replace(/\d/g, (digit) => digits?.charAt(Number(digit)) ?? digit);
    },
    onclosetag(name) {
      if (name === 'a') apparatus = false;
      if (MOVED_DIGITS.has(name)) digits = undefined;
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
