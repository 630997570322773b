import { scanHtml } from '@tamizdat/tree';
import { BOX_RANGE, SHORT_PIECE } from './limits.ts';

/** A child of the text: a paragraph, or something that stands in its flow. */
interface Block {
  /** A paragraph of words alone. */
  plain: boolean;
  text: string;
  /** Characters of it that stand in strong letters. */
  strong: number;
  /** Offset after its end tag. */
  end: number;
}

/**
 * Finds where the newsletter's box stands in a text: between two of its paragraphs, as near to the middle of what is read
 * as can be. Never beside a picture, heading, quote, list or table; never between a question, or a sentence that ends in a
 * colon, and what answers it; never in a short piece.
 *
 * @param html A text as we render it: well-formed, its blocks at the top.
 * @returns An offset between two blocks, in UTF-16 code units; undefined where no place fits.
 */
export function findBoxPlace(html: string): number | undefined {
  const blocks = readBlocks(html);
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (total < SHORT_PIECE) return undefined;
  let read = 0;
  let best: { end: number; off: number } | undefined;
  for (const [index, block] of blocks.entries()) {
    read += block.text.length;
    const off = Math.abs(read / total - 0.5);
    const next = blocks[index + 1];
    if (next && off < (best?.off ?? BOX_RANGE) && isPause(block, next))
      best = { end: block.end, off };
  }
  return best?.end;
}

/** The two parts of a text around its box; undefined where it has no place for one. */
export function splitAtBox(html: string): [before: string, after: string] | undefined {
  const place = findBoxPlace(html);
  return place === undefined ? undefined : [html.slice(0, place), html.slice(place)];
}

/** A reader may be spoken to between these two: neither leads to the other. */
function isPause(block: Block, next: Block): boolean {
  if (!block.plain || !next.plain) return false;
  if (isQuestion(block) || block.text.endsWith(':')) return false;
  return isQuestion(next) || !REPLY.test(next.text);
}

/** In an interview a question is a paragraph in strong letters. */
const isQuestion = ({ text, strong }: Block): boolean => strong >= text.length;

/** Direct speech as it is set in Russian and other languages. */
const REPLY = /^[—–-]/;

const VOID = new Set(['br', 'hr', 'img', 'input', 'source', 'track', 'wbr']);
const PICTURES = new Set(['img', 'picture', 'audio', 'video', 'svg']);

/** The children of a text. The list of its sources is none: nobody reads it on the way. */
function readBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let block: Block = { plain: false, text: '', strong: 0, end: 0 };
  scanHtml(html, {
    openTag: ({ name }) => {
      if (open.length === 0) block = { plain: name === 'p', text: '', strong: 0, end: 0 };
      if (PICTURES.has(name)) block.plain = false;
      if (!VOID.has(name)) open.push(name);
    },
    text: (text) => {
      if (open[0] === 'section') return;
      block.text += text;
      if (open.includes('strong')) block.strong += text.length;
    },
    closeTag: (name, start) => {
      if (open.at(-1) !== name) return;
      open.pop();
      if (open.length > 0) return;
      blocks.push({ ...block, text: block.text.trim(), end: html.indexOf('>', start) + 1 });
      block = { plain: false, text: '', strong: 0, end: 0 };
    },
  });
  // What is left open ends nowhere that is known.
  return open.length === 0 ? blocks : [];
}
