import { inspectBody } from '@tamizdat/body';
import { quotesOf, type LanguageQuotes } from './foreign-quotes.ts';
import { withoutOtherLanguages } from './quotes.ts';
import type { TextRepair } from './tracker-repairs.ts';

/** What opens a quotation in some language, and what can close it. */
const CLOSING: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“”' };
const MARK = /[«»“”„"]/g;

/** An opening mark, the one that closes it, and how deep the quotation stands inside others. */
interface Quotation {
  start: number;
  end: number;
  depth: number;
}

/**
 * What turns quotation marks of another language into those of `lang`, in texts that the parser gave. Only paragraphs are touched whose curly marks
 * all pair up, one or two deep, and of which one is foreign: there they can mean one thing alone.
 */
export function quoteRepairs(markdown: string, lang: string): TextRepair[] {
  const language = quotesOf(lang);
  if (language === undefined) return [];
  const prose = withoutOtherLanguages(inspectBody(markdown).prose, markdown);
  if (prose.search(language.foreign) === -1) return [];
  /** Whether a quotation goes on that began in a paragraph before. */
  let goesOn = false;
  return [...prose.matchAll(/(?:[^\n]|\n(?![^\S\n]*\n))+/g)].flatMap(({ 0: paragraph, index }) => {
    const isWithin = goesOn;
    goesOn = staysOpen(paragraph, goesOn);
    return isWithin || goesOn || paragraph.search(language.foreign) === -1
      ? []
      : repairsIn(paragraph, markdown, index, language);
  });
}

const OPENS = /^[«“„]/;

/** Whether the last quotation of a paragraph is not closed in it; each paragraph of a long one may open it anew. */
function staysOpen(paragraph: string, wasOpen: boolean): boolean {
  const marks = paragraph.match(/[«»“”„]/g) ?? [];
  if (pairUp(marks.join('')) !== undefined) return wasOpen && marks.length === 0;
  return (
    OPENS.test(marks.at(-1) ?? '') ||
    marks.filter((mark) => OPENS.test(mark)).length * 2 > marks.length
  );
}

function repairsIn(
  paragraph: string,
  markdown: string,
  offset: number,
  { pairs }: LanguageQuotes,
): TextRepair[] {
  const quotations = pairUp(paragraph) ?? [];
  const written = ({ start, end }: Quotation) => markdown.slice(offset + start + 1, offset + end);
  if (!quotations.every((quotation) => isAround(written(quotation)))) return [];
  return quotations
    .flatMap(({ start, end, depth }): TextRepair[] => {
      const [open, close] = pairs[depth === 0 ? 0 : 1];
      return [
        { start: start + offset, end: start + offset + 1, text: open },
        { start: end + offset, end: end + offset + 1, text: close },
      ];
    })
    .filter(({ start, text }) => paragraph[start - offset] !== text)
    .sort((a, b) => a.start - b.start);
}

/** The quotations of a paragraph; undefined where a mark has no partner, is a straight one, or stands too deep. */
function pairUp(paragraph: string): Quotation[] | undefined {
  const open: { mark: string; start: number }[] = [];
  const found: Quotation[] = [];
  for (const { 0: mark, index } of paragraph.matchAll(MARK)) {
    const last = open.at(-1);
    if (last !== undefined && CLOSING[last.mark]?.includes(mark) === true) {
      open.pop();
      found.push({ start: last.start, end: index, depth: open.length });
    } else if (mark in CLOSING && open.length < 2) open.push({ mark, start: index });
    else return undefined;
  }
  return open.length === 0 ? found : undefined;
}

/** Marks stand close to what they quote; others are an arrow, or set as in French. */
const isAround = (quoted: string): boolean => /^\S(?:[^]*\S)?$/.test(quoted);
