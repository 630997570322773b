import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Features } from 'satteri';
import type { Point } from './facts.ts';
import {
  FOOTNOTE_ID_MAX,
  LINE_NESTING_MAX,
  MARKDOWN_MAX_LENGTH,
  TREE_DEPTH_MAX,
} from './limits.ts';

/** What the Markdown of articles is: CommonMark and GFM. No smart punctuation: “ ” is wrong in Russian. */
const FEATURES: Features = { gfm: true, frontmatter: false, smartPunctuation: false };

export interface Refusal {
  reason: string;
  at: Point;
}

export interface ParsedBody {
  blocks: RootContent[];
  /** By normalised identifier; the first definition of a name counts, as CommonMark says. */
  definitions: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
  /** Where a node begins in the Markdown given. */
  pointOf: (node: Nodes) => Point;
}

export type ParseResult = { ok: true; body: ParsedBody } | { ok: false; refusal: Refusal };

const START: Point = { line: 1, column: 1, offset: 0 };
const FOOTNOTE_REFERENCE = new RegExp(
  `\\[\\^([^\\]\\[\\s^\\\\]{1,${String(FOOTNOTE_ID_MAX)}})\\]`,
  'g',
);
const CONTAINER_RUN = new RegExp(
  `^[ \\t]*(?:(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))[ \\t]*){${String(LINE_NESTING_MAX + 1)}}`,
  'gm',
);

/** The line and column of an offset. */
export function pointAt(markdown: string, offset: number): Point {
  const before = markdown.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, offset };
}

function refuseSource(markdown: string): Refusal | undefined {
  if (markdown.length > MARKDOWN_MAX_LENGTH) {
    const reason = `the text is ${String(markdown.length)} characters long; at most ${String(MARKDOWN_MAX_LENGTH)} are published`;
    return { reason, at: START };
  }
  const run = markdown.matchAll(CONTAINER_RUN).next().value;
  if (run === undefined) return undefined;
  return { reason: nestingReason(LINE_NESTING_MAX), at: pointAt(markdown, run.index) };
}

function nestingReason(limit: number): string {
  return `quotes, lists or emphasis are nested more than ${String(limit)} deep`;
}

/**
 * Definitions for every footnote reference that the text may hold. Sources stand in the front matter,
 * and the parser takes `[^a]` for a reference only where it sees a definition. They go first, because an
 * unclosed code block would swallow them at the end; the rule keeps the text from continuing them.
 */
function footnotePrelude(markdown: string): string {
  const ids = new Set<string>();
  for (const match of markdown.matchAll(FOOTNOTE_REFERENCE)) ids.add(match[1] ?? '');
  if (ids.size === 0) return '';
  return `${[...ids].map((id) => `[^${id}]: .\n\n`).join('')}***\n\n`;
}

function findTooDeep(root: Root): Nodes | undefined {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > TREE_DEPTH_MAX) return level[0];
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return undefined;
}

function collect(blocks: readonly RootContent[]): Pick<ParsedBody, 'definitions' | 'footnotes'> {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') return;
    if ('children' in node) node.children.forEach(visit);
  };
  blocks.forEach(visit);
  return { definitions, footnotes };
}

function pointReader(prelude: string): ParsedBody['pointOf'] {
  const lines = prelude.split('\n').length - 1;
  return (node) => {
    const start = node.position?.start;
    if (!start) return START;
    return {
      line: start.line - lines,
      column: start.column,
      offset: (start.offset ?? 0) - prelude.length,
    };
  };
}

/**
 * Parses an article's Markdown; the only place that calls the parser, so that checks and pages see
 * the same text. Refuses what is beyond limits.ts instead of throwing.
 */
export function parseBody(markdown: string): ParseResult {
  const refusal = refuseSource(markdown);
  if (refusal) return { ok: false, refusal };
  const source = markdown.replace(/^\ufeff/, ' ').toWellFormed();
  const prelude = footnotePrelude(source);
  const root = markdownToMdast(prelude + source, { features: FEATURES }) as Root;
  const pointOf = pointReader(prelude);
  const deep = findTooDeep(root);
  if (deep)
    return { ok: false, refusal: { reason: nestingReason(TREE_DEPTH_MAX), at: pointOf(deep) } };
  const blocks = root.children.filter(
    (node) => (node.position?.start.offset ?? 0) >= prelude.length,
  );
  return { ok: true, body: { blocks, ...collect(blocks), pointOf } };
}
