import type { Point } from './facts.ts';
import type { InBoth } from '@tamizdat/problem';
import {
  EMPHASIS_MARKS_MAX,
  LINE_NESTING_MAX,
  MARKDOWN_MAX_LENGTH,
  REFERENCE_WORK_MAX,
  STRUCTURE_MARKS_MAX,
} from './limits.ts';
import { createPointReader } from './points.ts';

/** Why a text is not parsed, and where the reason stands. */
export interface Refusal {
  reason: InBoth;
  at: Point;
}

interface Excess {
  reason: InBoth;
  offset: number;
}

const CONTAINER_RUN = new RegExp(
  `^[ \\t]*(?:(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))[ \\t]*){${String(LINE_NESTING_MAX + 1)}}.*`,
  'gm',
);
const THEMATIC_BREAK = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*){2,}$/;

export function nestingReason(limit: number): InBoth {
  return {
    en: `quotes, lists or emphasis are nested more than ${String(limit)} deep`,
    ru: `цитаты, списки или выделения вложены глубже, чем ${String(limit)}`,
  };
}

function findNesting(markdown: string): Excess | undefined {
  for (const run of markdown.matchAll(CONTAINER_RUN)) {
    if (!THEMATIC_BREAK.test(run[0]))
      return { reason: nestingReason(LINE_NESTING_MAX), offset: run.index };
  }
  return undefined;
}

/** A block's end for this purpose: the parser never joins text across an empty line. */
const EMPTY_LINE = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/g;

function countMatches(text: string, mark: RegExp): number {
  let count = 0;
  mark.lastIndex = 0;
  while (mark.test(text)) count += 1;
  return count;
}

/** Paragraphs with their offsets. */
function* paragraphsOf(markdown: string): Generator<{ text: string; start: number }> {
  let start = 0;
  for (const gap of markdown.matchAll(EMPTY_LINE)) {
    yield { text: markdown.slice(start, gap.index), start };
    start = gap.index + gap[0].length;
  }
  yield { text: markdown.slice(start), start };
}

const EMPHASIS = /[*_~]/g;
const STRUCTURE = /[[<|]/g;
const REFERENCE = /[&\\]/g;

/** Where the line with the mark that is one too many has its first mark. */
function markAfter(text: string, mark: RegExp, limit: number): number {
  mark.lastIndex = 0;
  for (let count = 0; count < limit; count += 1) mark.test(text);
  mark.lastIndex =
    Math.max(text.lastIndexOf('\n', mark.lastIndex), text.lastIndexOf('\r', mark.lastIndex)) + 1;
  return mark.exec(text)?.index ?? 0;
}

function findExcess(markdown: string): Excess | undefined {
  let structure = 0;
  let referenceWork = 0;
  for (const { text, start } of paragraphsOf(markdown)) {
    const excess = (mark: RegExp, limit: number, reason: InBoth): Excess => ({
      reason,
      offset: start + markAfter(text, mark, limit),
    });
    if (countMatches(text, EMPHASIS) > EMPHASIS_MARKS_MAX) {
      const reason = {
        en: `there are more than ${String(EMPHASIS_MARKS_MAX)} *, _ or ~ in one paragraph`,
        ru: `в одном абзаце больше ${String(EMPHASIS_MARKS_MAX)} знаков *, _ или ~`,
      };
      return excess(EMPHASIS, EMPHASIS_MARKS_MAX, reason);
    }
    const before = structure;
    structure += countMatches(text, STRUCTURE);
    if (structure > STRUCTURE_MARKS_MAX) {
      const reason = {
        en: `there are more than ${String(STRUCTURE_MARKS_MAX)} [, < or | in one text`,
        ru: `в одном тексте больше ${String(STRUCTURE_MARKS_MAX)} знаков [, < или |`,
      };
      return excess(STRUCTURE, STRUCTURE_MARKS_MAX - before, reason);
    }
    referenceWork += countMatches(text, REFERENCE) * text.length;
    if (referenceWork > REFERENCE_WORK_MAX)
      return excess(REFERENCE, 0, {
        en: 'there are too many & and \\ in long paragraphs',
        ru: 'в длинных абзацах слишком много & и \\',
      });
  }
  return undefined;
}

/** Why a text is beyond what the parser takes in a fraction of a second; undefined when it is not. */
export function refuseSource(markdown: string): Refusal | undefined {
  if (markdown.length > MARKDOWN_MAX_LENGTH) {
    const reason = {
      en: `the text is ${String(markdown.length)} characters long; at most ${String(MARKDOWN_MAX_LENGTH)} are published`,
      ru: `в тексте символов: ${String(markdown.length)}; публикуют не больше ${String(MARKDOWN_MAX_LENGTH)}`,
    };
    return { reason, at: { line: 1, column: 1, offset: 0 } };
  }
  const found = findNesting(markdown) ?? findExcess(markdown);
  return found && { reason: found.reason, at: createPointReader(markdown)(found.offset) };
}
