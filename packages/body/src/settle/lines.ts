import type { Nodes, Paragraph } from 'mdast';
import type { Misread } from './misread.ts';
import { endOf, startOf } from './nodes.ts';
import { endsSentence } from './sentence-marks.ts';
import { dashed, isNarrated } from './speech.ts';

/** A line of a paragraph: its text without what stands before it, and where this begins. */
interface Line {
  /** What stands before the text: spaces, and signs of a quotation. */
  lead: string;
  text: string;
  offset: number;
  /** Whether a hard break (CommonMark 6.7) parts it from the next. */
  isBroken: boolean;
}

function linesOf(paragraph: Paragraph, source: string): Line[] {
  const start = startOf(paragraph);
  const written = source.slice(start, endOf(paragraph));
  return Array.from(written.matchAll(/([ \t>]*)([^\r\n]*)(?:\r\n|\r|\n|$)/g))
    .filter(([, , text]) => text !== '')
    .map(({ 1: lead = '', 2: text = '', index }) => ({
      lead,
      text: text.trimEnd(),
      offset: start + index + lead.length,
      isBroken: /(?:[ ]{2}|\\|<br ?\/?>)$/i.test(text),
    }));
}

/** What a paragraph stands in, the outermost first. */
export type Around = readonly Nodes[];

/**
 * The first line of a paragraph that has not the sign of what the paragraph stands in, and belongs to it nevertheless
 * (CommonMark 5.1, “laziness”): “> …” and a line below it, a line under the last item of a list or under a note.
 * In a list a sentence that goes on is meant so.
 */
export function lazyLine(paragraph: Paragraph, around: Around, source: string): Misread[] {
  const quotes = around.filter(({ type }) => type === 'blockquote').length;
  const inner = around.at(-1);
  if (inner === undefined) return [];
  const lines = linesOf(paragraph, source);
  const at = lines.findIndex(({ lead, text }, index) => {
    if (index === 0) return false;
    if (lead.split('>').length - 1 < quotes) return true;
    if (inner.type === 'blockquote') return false;
    return (
      widthBehind(lead) <= widthBehind(leadOf(inner, source)) &&
      !(inner.type === 'listItem' && isGoingOn(lines[index - 1]?.text ?? '', text))
    );
  });
  const line = lines[at];
  if (line === undefined) return [];
  const kind =
    inner.type === 'footnoteDefinition'
      ? 'lazy-note'
      : around.some(({ type }) => type === 'blockquote')
        ? 'lazy-quote'
        : 'lazy-item';
  return [{ kind, offset: line.offset, written: line.text, mended: `\n${line.text}` }];
}

/** What stands on the line before a node. */
const leadOf = (node: Nodes, source: string): string =>
  source.slice(source.lastIndexOf('\n', startOf(node) - 1) + 1, startOf(node));

/** Columns behind the last sign of a quotation. */
const widthBehind = (lead: string): number =>
  lead.replace(/^.*>[ \t]?/s, '').replaceAll('\t', '    ').length;

const isGoingOn = (above: string, line: string): boolean =>
  !/[:;][»”")\]]*$/.test(above) && !endsSentence(above) && /^[«“„"(]?\p{Ll}/u.test(line);

/** What lists begin their lines with that Markdown does not read so: dashes, letters, numbers without a space or behind a line. */
const TYPED = new RegExp(
  [
    String.raw`[–—−‐][ \t]*[^\s–—-]`,
    String.raw`[-+][\p{L}\p{N}¿¡«“„"]`,
    String.raw`[(（]?(?:\p{L}|[ivxIVX]{2,5}|\p{N}{1,4}(?:\.\p{N}{1,2}){0,2})[.)、．）][ \t]*[\p{L}\p{N}«“„"(]`,
    String.raw`\p{N}{1,3} (?:[.)]|[-–—] )`,
    String.raw`(?:\p{No}|\p{So}|\p{N}\ufe0f?\u20e3)\ufe0f?[ \t]?[\p{L}\p{N}«“„"]`,
    String.raw`№[ \t]?\d`,
  ]
    .map((form) => `^${form}`)
    .join('|'),
  'u',
);

/** Lines of a paragraph that begin as the items of a list, or as replies, and would be printed on one line. */
export function joinedLines(paragraph: Paragraph, source: string): Misread[] {
  const lines = linesOf(paragraph, source);
  const [first, ...others] = lines;
  if (first === undefined || others.length === 0) return [];
  const isList =
    others.every(({ text }) => TYPED.test(text)) && (others.length > 1 || TYPED.test(first.text));
  return others.flatMap(({ lead, text: written, offset }, at): Misread[] => {
    const above = lines[at];
    if (above === undefined || above.isBroken) return [];
    const isSaid = isReply(first.text, above.text, written);
    if (!isSaid && !isList) return [];
    const mended = isSaid && written.startsWith('-') ? dashed(written.slice(1), true) : written;
    const kind = isSaid ? 'speech-joined' : 'items-joined';
    return [{ kind, offset, written, mended: `\n${lead}${mended}` }];
  });
}

/** “— Did you see it?” and “— No.” on the next line. */
const isReply = (first: string, above: string, line: string): boolean =>
  /^[-–—]/.test(first) && endsSentence(above) && /^[-–—][ \t]*[\p{Lu}\p{Lo}¿¡«“„"]/u.test(line);

/** A hyphen close to the first word, which begins neither a list nor, as it is printed, a reply. */
export function gluedHyphen(paragraph: Paragraph, source: string): Misread[] {
  const [first] = linesOf(paragraph, source);
  if (first === undefined || !/^-[\p{L}¿¡«“„"]/u.test(first.text)) return [];
  const { text, offset } = first;
  const isSpeech = isNarrated(text) || /^-[\p{Lu}\p{Lo}¿¡«“„"]/u.test(text);
  if (!isSpeech) return [];
  return [{ kind: 'speech-glued', offset, written: text, mended: dashed(text.slice(1), true) }];
}
