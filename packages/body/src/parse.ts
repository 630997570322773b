import type { InBoth } from '@tamizdat/problem';
import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Features } from 'satteri';
import { nestingReason, refuseSource } from './bounds.ts';
import type { Refusal } from './bounds.ts';
import type { Point } from './facts.ts';
import { createPointReader } from './points.ts';
import { FOOTNOTE_ID_MAX, TREE_DEPTH_MAX, TREE_NODES_MAX } from './limits.ts';
import { partSigns } from './settle/part-signs.ts';
import type { Misread } from './settle/misread.ts';
import { settleBlocks } from './settle/settle.ts';

/** What the Markdown of articles is: CommonMark and GFM. No smart punctuation: “ ” is wrong in Russian. */
const FEATURES: Features = { gfm: true, frontmatter: false, smartPunctuation: false };

export interface ParsedBody {
  blocks: RootContent[];
  /** By normalised identifier; the first definition of a name counts, as CommonMark says. */
  definitions: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
  /** What was taken for markup, or nearly was; offsets in the Markdown given. */
  misread: Misread[];
  /** Where a node begins in the Markdown given. */
  pointOf: (node: Nodes) => Point;
  /** Where a node ends in it, as an offset. */
  endOf: (node: Nodes) => number;
}

export type ParseResult = { ok: true; body: ParsedBody } | { ok: false; refusal: Refusal };

const START: Point = { line: 1, column: 1, offset: 0 };
const FOOTNOTE_REFERENCE = new RegExp(
  `\\[\\^([^\\]\\[\\s^\\\\]{1,${String(FOOTNOTE_ID_MAX)}})\\]`,
  'g',
);

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

/** Level by level, so that the walk itself needs no stack. */
const TOO_MANY_PARTS: InBoth = {
  en: `the text has more than ${String(TREE_NODES_MAX)} parts`,
  ru: `в тексте больше ${String(TREE_NODES_MAX)} частей`,
};

function refuseTree(root: Root): { reason: InBoth; node: Nodes } | undefined {
  let level: Nodes[] = [root];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    const node = level[0] ?? root;
    if (depth > TREE_DEPTH_MAX) return { reason: nestingReason(TREE_DEPTH_MAX), node };
    if (count > TREE_NODES_MAX) return { reason: TOO_MANY_PARTS, node };
    level = level.flatMap((parent): Nodes[] => ('children' in parent ? parent.children : []));
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

function pointReader(toGiven: (offset: number) => number, source: string): ParsedBody['pointOf'] {
  const pointAt = createPointReader(source);
  return (node) => {
    const start = node.position?.start.offset;
    return start === undefined ? START : pointAt(toGiven(start));
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
  const parted = partSigns(source);
  const parsedText = prelude + parted.text;
  const toGiven = (offset: number): number => parted.toGiven(offset - prelude.length);
  const root = markdownToMdast(parsedText, { features: FEATURES }) as Root;
  const pointOf = pointReader(toGiven, source);
  const refused = refuseTree(root);
  if (refused) return { ok: false, refusal: { reason: refused.reason, at: pointOf(refused.node) } };
  const parsed = root.children.filter(
    (node) => (node.position?.start.offset ?? 0) >= prelude.length,
  );
  const { blocks, misread } = settleBlocks(parsed, parsedText);
  const shifted = misread.map((each) => ({
    ...each,
    offset: toGiven(each.offset),
    written: parted.withoutPut(each.written),
    mended: parted.withoutPut(each.mended),
  }));
  const endOf = (node: Nodes): number => toGiven(node.position?.end.offset ?? prelude.length);
  return { ok: true, body: { blocks, ...collect(blocks), misread: shifted, pointOf, endOf } };
}
