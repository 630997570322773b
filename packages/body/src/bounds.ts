import type { Point } from './facts.ts';
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
  reason: string;
  at: Point;
}

interface Excess {
  reason: string;
  offset: number;
}

const CONTAINER_RUN = new RegExp(
  `^[ \\t]*(?:(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))[ \\t]*){${String(LINE_NESTING_MAX + 1)}}.*`,
  'gm',
);
const THEMATIC_BREAK = /^[ \t]*([-*])[ \t]*(?:\1[ \t]*){2,}$/;

export function nestingReason(limit: number): string {
  return `quotes, lists or emphasis are nested more than ${String(limit)} deep`;
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

function excess(limit: number, marks: string, scope: string, offset: number): Excess {
  return { reason: `there are more than ${String(limit)} ${marks} in one ${scope}`, offset };
}

function findExcess(markdown: string): Excess | undefined {
  let structure = 0;
  let referenceWork = 0;
  let offset = 0;
  for (const paragraph of markdown.split(EMPTY_LINE)) {
    if (countMatches(paragraph, /[*_~]/g) > EMPHASIS_MARKS_MAX)
      return excess(EMPHASIS_MARKS_MAX, '*, _ or ~', 'paragraph', offset);
    structure += countMatches(paragraph, /[[<|]/g);
    if (structure > STRUCTURE_MARKS_MAX)
      return excess(STRUCTURE_MARKS_MAX, '[, < or |', 'text', offset);
    referenceWork += countMatches(paragraph, /[&\\]/g) * paragraph.length;
    if (referenceWork > REFERENCE_WORK_MAX)
      return { reason: 'there are too many & and \\ in long paragraphs', offset };
    offset = markdown.indexOf(paragraph, offset) + paragraph.length;
  }
  return undefined;
}

/** Why a text is beyond what the parser takes in a fraction of a second; undefined when it is not. */
export function refuseSource(markdown: string): Refusal | undefined {
  if (markdown.length > MARKDOWN_MAX_LENGTH) {
    const reason = `the text is ${String(markdown.length)} characters long; at most ${String(MARKDOWN_MAX_LENGTH)} are published`;
    return { reason, at: { line: 1, column: 1, offset: 0 } };
  }
  const found = findNesting(markdown) ?? findExcess(markdown);
  return found && { reason: found.reason, at: createPointReader(markdown)(found.offset) };
}
