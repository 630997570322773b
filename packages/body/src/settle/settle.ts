import type {
  Blockquote,
  Heading,
  List,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { closeAddress, isBare } from './bare-addresses.ts';
import { missedCode } from './code.ts';
import { countedAmong } from './list-forms.ts';
import { gluedHyphen, joinedLines, lazyLine, type Around } from './lines.ts';
import { continues, settleList } from './lists.ts';
import { lineFrom, type Misread } from './misread.ts';
import { endOf, joinTexts, startOf, textBetween } from './nodes.ts';
import { pictureIn } from './pictures.ts';
import { oddRows } from './rows.ts';
import { endsSentence } from './sentence-marks.ts';
import { keepSigns, nestedSigns } from './signs.ts';

/** Blocks as they were meant, and what is to be told of them. */
export interface Settled {
  blocks: RootContent[];
  misread: Misread[];
}

/**
 * The parsed blocks as a newsroom means them, where Markdown’s rules would change what a line says: numbers and signs
 * at its beginning (`lists.ts`), a tilde, a star between
 * numbers (`signs.ts`), the mark that closes around an address (`bare-addresses.ts`), a picture (`pictures.ts`).
 * `source` is what was parsed; every text says where it stands in it.
 */
export function settleBlocks(given: readonly RootContent[], source: string): Settled {
  const walk = new Settling(source);
  const blocks = walk.blocks(given, []);
  return { blocks, misread: walk.misread.sort((a, b) => a.offset - b.offset) };
}

class Settling {
  readonly misread: Misread[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** `around`: what the blocks stand in, the outermost first. */
  blocks<Block extends Nodes>(given: readonly Block[], around: Around): Block[] {
    const settled: Nodes[] = [];
    const beside = countedAmong(given, this.#source);
    for (const [at, written] of given.entries()) {
      const block = this.#block(written, around);
      if (block.type !== 'list') {
        settled.push(block);
        continue;
      }
      const place = { beside, isInner: isInner(block, around, this.#source) };
      const { blocks, misread } = settleList(block, place, this.#source);
      this.misread.push(...misread);
      const [first, ...others] = blocks;
      const above = settled.at(-1);
      const isLine = given[at - 1]?.type === 'paragraph' && others.length === 0;
      if (isLine && above?.type === 'paragraph' && first?.type === 'paragraph') {
        if (continues(above, block, this.#source)) settled.pop();
        settled.push(settled.at(-1) === above ? first : joinParagraphs(above, first));
      } else if (first !== undefined) settled.push(first, ...others);
    }
    return settled as Block[];
  }

  #block(block: Nodes, around: Around): Nodes {
    switch (block.type) {
      case 'paragraph':
        this.#lookAtLines(block, around);
        return this.#paragraph(block);
      case 'heading':
        this.#lookAtHeading(block);
        return this.#phrasing(block);
      case 'code':
        this.misread.push(...missedCode(block, this.#source));
        return block;
      case 'blockquote':
        this.#lookAtQuote(block);
        return { ...block, children: this.blocks(block.children, [...around, block]) };
      case 'footnoteDefinition':
        return { ...block, children: this.blocks(block.children, [...around, block]) };
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({
            ...item,
            children: this.blocks(item.children, [...around, item]),
          })),
        };
      case 'table':
        this.misread.push(...oddRows(block, this.#source));
        return {
          ...block,
          children: block.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => this.#phrasing(cell)),
          })),
        };
      default:
        return block;
    }
  }

  #paragraph(paragraph: Paragraph): Paragraph {
    const settled = this.#phrasing(paragraph);
    const picture = pictureIn(settled, this.#source);
    return picture === undefined ? settled : { ...settled, children: [picture] };
  }

  #phrasing<Node extends Nodes & { children: PhrasingContent[] }>(node: Node): Node {
    return { ...node, children: this.#inline(node) };
  }

  #inline(parent: Nodes & { children: PhrasingContent[] }): PhrasingContent[] {
    const nodes = keepSigns(parent.children, this.#source, parent);
    const settled: PhrasingContent[] = [];
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at];
      if (node === undefined) continue;
      if (node.type === 'link' && isBare(node, this.#source)) {
        const next = nodes[at + 1];
        const closed = closeAddress(node, next);
        settled.push(...closed.nodes);
        if (closed.taken > 0 && next?.type === 'text')
          nodes[at + 1] = textBetween(next.value.slice(1), startOf(next) + 1, endOf(next));
      } else settled.push(this.#within(node));
    }
    return joinTexts(settled).filter((node) => node.type !== 'text' || node.value !== '');
  }

  #within(node: PhrasingContent): PhrasingContent {
    this.misread.push(...nestedSigns(node, this.#source));
    return 'children' in node ? this.#phrasing(node) : node;
  }

  #lookAtLines(paragraph: Paragraph, around: Around): void {
    const quote = around.at(-1);
    const isQuoted = quote?.type === 'blockquote' && moreThan(quote, this.#source) !== undefined;
    const lazy = isQuoted ? [] : lazyLine(paragraph, around, this.#source);
    const told = new Set(lazy.map(({ offset }) => offset));
    const joined = joinedLines(paragraph, this.#source).filter(({ offset }) => !told.has(offset));
    this.misread.push(...lazy, ...joined, ...gluedHyphen(paragraph, this.#source));
  }

  /** A sentence is no heading: the line of hyphens below it was meant to part it from what follows. */
  #lookAtHeading(heading: Heading): void {
    const offset = startOf(heading);
    const source = this.#source.slice(offset, endOf(heading));
    const text = /^(?!#)([^]*?)\r?\n[ \t>]*[-=]+[ \t]*$/.exec(source)?.[1];
    if (text === undefined || !(endsSentence(text) || text.includes('\n'))) return;
    const written = lineFrom(this.#source, offset);
    this.misread.push({ kind: 'underlined', offset, written, mended: `${written}\n\n---` });
  }

  #lookAtQuote(quote: Blockquote): void {
    const written = moreThan(quote, this.#source);
    if (written === undefined) return;
    this.misread.push({
      kind: 'more-than',
      offset: startOf(quote),
      written,
      mended: `\\${written}`,
    });
  }
}

/** The first line of a quotation that says “more than”: “> 100 people”, also where the sentence goes on below without the sign. */
function moreThan(quote: Blockquote, source: string): string | undefined {
  if (quote.children.length > 1) return undefined;
  const written = source.slice(startOf(quote), endOf(quote)).trimEnd();
  const [first = '', ...others] = written.split(/\r\n|\r|\n/);
  const isNumber = /^>=?[ \t]?[~≈€$£₽₴¥]?[ \t]?\d/.test(first);
  return isNumber && others.every((line) => !/^[ \t]*>/.test(line)) ? first : undefined;
}

/** Whether a list stands in an item of another: behind its mark on the same line, a number is often a date or a year. */
function isInner(list: List, around: Around, source: string): boolean {
  const item = around.at(-1);
  if (item?.type !== 'listItem') return false;
  const lineEnd = source.indexOf('\n', startOf(item));
  return list.ordered !== true || (lineEnd !== -1 && lineEnd < startOf(list));
}

function joinParagraphs(above: Paragraph, below: Paragraph): Paragraph {
  const gap = textBetween('\n', endOf(above), startOf(below));
  const children = joinTexts([...above.children, gap, ...below.children]);
  return {
    ...above,
    children,
    ...(above.position && below.position
      ? { position: { start: above.position.start, end: below.position.end } }
      : {}),
  };
}
