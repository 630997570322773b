import type { Blockquote, Heading, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { closeAddress, isBare } from './bare-addresses.ts';
import { missedCode } from './code.ts';
import { countedAmong } from './list-forms.ts';
import { continues, settleList, unnestNumbers } from './lists.ts';
import { lineFrom, type Misread } from './misread.ts';
import { endOf, joinTexts, startOf, textBetween } from './nodes.ts';
import { pictureIn } from './pictures.ts';
import { oddRows } from './rows.ts';
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
  const blocks = walk.blocks(given, true);
  return { blocks, misread: walk.misread.sort((a, b) => a.offset - b.offset) };
}

class Settling {
  readonly misread: Misread[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** `isOuter`: not inside a list, where one item and a number of its own are common. */
  blocks<Block extends Nodes>(given: readonly Block[], isOuter: boolean): Block[] {
    const settled: Nodes[] = [];
    const counted = countedAmong(given, this.#source);
    for (const [at, written] of given.entries()) {
      const block = this.#unnested(written);
      if (block.type !== 'list' || !isOuter) {
        settled.push(this.#block(block, isOuter));
        continue;
      }
      const { blocks, misread } = settleList(block, counted, this.#source);
      this.misread.push(...misread);
      const [first, ...others] = blocks.map((each) => this.#block(each, isOuter));
      const above = settled.at(-1);
      const isLine = given[at - 1]?.type === 'paragraph' && others.length === 0;
      if (isLine && above?.type === 'paragraph' && first?.type === 'paragraph') {
        if (continues(above, block, this.#source)) settled.pop();
        settled.push(settled.at(-1) === above ? first : joinParagraphs(above, first));
      } else if (first !== undefined) settled.push(first, ...others);
    }
    return settled as Block[];
  }

  #unnested(block: Nodes): Nodes {
    if (block.type !== 'list') return block;
    const { list, misread } = unnestNumbers(block, this.#source);
    this.misread.push(...misread);
    return list;
  }

  #block(block: Nodes, isOuter: boolean): Nodes {
    switch (block.type) {
      case 'paragraph':
        this.#lookAtReplies(block);
        return this.#paragraph(block);
      case 'heading':
        this.#lookAtHeading(block);
        return this.#phrasing(block);
      case 'code':
        this.misread.push(...missedCode(block, this.#source));
        return block;
      case 'blockquote':
        this.#lookAtQuote(block);
        return { ...block, children: this.blocks(block.children, isOuter) };
      case 'footnoteDefinition':
        return { ...block, children: this.blocks(block.children, isOuter) };
      case 'list':
        return {
          ...block,
          children: block.children.map((item) => ({
            ...item,
            children: this.blocks(item.children, false),
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
    return { ...node, children: this.#inline(node.children) };
  }

  #inline(given: readonly PhrasingContent[]): PhrasingContent[] {
    const nodes = [...given];
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
      } else if (node.type === 'delete' || node.type === 'emphasis' || node.type === 'strong') {
        for (const part of keepSigns(node, this.#source)) settled.push(this.#within(part));
      } else settled.push(this.#within(node));
    }
    return joinTexts(settled).filter((node) => node.type !== 'text' || node.value !== '');
  }

  #within(node: PhrasingContent): PhrasingContent {
    this.misread.push(...nestedSigns(node, this.#source));
    return 'children' in node ? { ...node, children: this.#inline(node.children) } : node;
  }

  /** “— Did you see it?” and “— No.” on the next line are printed as one paragraph. */
  #lookAtReplies(paragraph: Paragraph): void {
    const start = startOf(paragraph);
    const text = this.#source.slice(start, endOf(paragraph));
    if (!/^[-–—]/.test(text)) return;
    for (const found of text.matchAll(
      /[.!?…]["»”]?[ \t]*\r?\n[ \t>]*(?=[–—-][ \t]*[\p{Lu}¿¡«“„"])/gu,
    )) {
      const offset = start + found.index + found[0].length;
      const written = lineFrom(this.#source, offset);
      this.misread.push({ kind: 'speech-joined', offset, written, mended: `\n${written}` });
    }
  }

  /** A sentence is no heading: the line of hyphens below it was meant to part it from what follows. */
  #lookAtHeading(heading: Heading): void {
    const offset = startOf(heading);
    const source = this.#source.slice(offset, endOf(heading));
    const text = /^(?!#)([^]*?)\r?\n[ \t>]*[-=]+[ \t]*$/.exec(source)?.[1];
    if (text === undefined || !/[.!?…][»”")\]]?$|\n/.test(text)) return;
    const written = lineFrom(this.#source, offset);
    this.misread.push({ kind: 'underlined', offset, written, mended: `${written}\n\n---` });
  }

  /** “> 100 people” says “more than”. */
  #lookAtQuote(quote: Blockquote): void {
    const offset = startOf(quote);
    const source = this.#source.slice(offset, endOf(quote));
    if (!/^>[ \t]?\d[^\r\n]*$/.test(source)) return;
    this.misread.push({ kind: 'more-than', offset, written: source, mended: `\\${source}` });
  }
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
