import type {
  Definition,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Text,
} from 'mdast';
import type { BodyFacts, ImageFact, LinkFact, Point, UndefinedLinkFact } from './facts.ts';
import { inspectTags } from './inspect-html.ts';
import type { ParsedBody } from './parse.ts';
import { parseBody } from './parse.ts';
import { addressPlaces } from './places.ts';
import { createPointReader } from './points.ts';
import { proseOf } from './prose.ts';
import { textOfNodes, textOfParsed } from './text.ts';
import { judgeImageFile, judgeLink } from './url-policy.ts';
import { countWords } from './words.ts';

interface Inspection {
  markdown: string;
  body: ParsedBody;
  facts: BodyFacts;
  /** Open tags met so far, so that a closing tag is reported once with its opening tag. */
  open: Map<string, number>;
  /** Names of definitions that links and pictures have. */
  named: Set<string>;
  defined: [Definition, LinkFact][];
  pointAt: (offset: number) => Point;
}

function emptyFacts(): BodyFacts {
  return {
    links: [],
    namedLinks: [],
    undefinedLinks: [],
    images: [],
    html: [],
    footnoteReferences: [],
    footnoteDefinitions: [],
    headings: [],
    hiddenCharacters: [],
    misread: [],
    prose: '',
    words: 0,
  };
}

function linkFact(node: Link | Definition, text: string, { markdown, body }: Inspection): LinkFact {
  const { url } = node;
  const judgement = judgeLink(url);
  const places = addressPlaces(node, markdown, body);
  const fact = { url, text, at: body.pointOf(node), places };
  return judgement.allowed ? fact : { ...fact, refused: judgement.reason };
}

function imageFact(node: Image | ImageReference, url: string, title: string, at: Point): ImageFact {
  const judgement = judgeImageFile(url);
  const fact: ImageFact = {
    file: judgement.allowed ? judgement.value : url,
    alt: node.alt ?? '',
    at,
  };
  if (title !== '') fact.title = title;
  if (!judgement.allowed) fact.refused = judgement.reason;
  return fact;
}

function inspectHtml(node: Html, { markdown, body, facts, open, pointAt }: Inspection): void {
  const start = body.pointOf(node);
  // In a quote or a list the lines of a block lose their markers: then only its start is known.
  const verbatim = markdown.startsWith(node.value, start.offset);
  const at = (offset: number): Point => (verbatim ? pointAt(start.offset + offset) : start);
  facts.html.push(...inspectTags(node.value, at, open));
}

function inspectReference(
  node: LinkReference | ImageReference,
  { body, facts, named }: Inspection,
): void {
  named.add(node.identifier);
  const definition = body.definitions.get(node.identifier);
  if (!definition) return;
  if (node.type === 'linkReference') {
    const text = textOfNodes(node.children);
    facts.namedLinks.push({ url: definition.url, text, at: body.pointOf(node) });
    return;
  }
  facts.images.push(imageFact(node, definition.url, definition.title ?? '', body.pointOf(node)));
}

function inspectDefinition(node: Definition, inspection: Inspection): void {
  const fact = linkFact(node, node.label ?? node.identifier, inspection);
  inspection.facts.links.push(fact);
  inspection.defined.push([node, fact]);
}

/** Lines that only define an address are not printed; where nothing has the name, they were meant to be. */
function markUnused({ markdown, body, named, defined }: Inspection): void {
  for (const [node, fact] of defined)
    if (!named.has(node.identifier) || body.definitions.get(node.identifier) !== node)
      fact.unused = markdown.slice(fact.at.offset, body.endOf(node));
}

/** Whether a link holds neither text nor a picture. */
const isEmpty = (node: Nodes): boolean =>
  node.type === 'image' || node.type === 'imageReference'
    ? false
    : 'children' in node
      ? node.children.every(isEmpty)
      : textOfNodes([node]).trim() === '';

/**
 * `[text][name]` and `[text][]` among what the parser took for text, or their end after another mark.
 * After a letter or digit it is no link: `a[0][1]`.
 */
const UNDEFINED = /(?:(?<![\p{L}\p{N}_\\\]])\[[^[\]]*|^)\]\[[^[\]\\]*\]/gu;

function undefinedLinks(node: Text, { markdown, body, pointAt }: Inspection): UndefinedLinkFact[] {
  if (!node.value.includes('][')) return [];
  const { offset } = body.pointOf(node);
  const { start, end } = node.position ?? {};
  const length = (end?.offset ?? 0) - (start?.offset ?? 0);
  const written = markdown.slice(offset, offset + length);
  return [...written.matchAll(UNDEFINED)]
    .filter(([found]) => !found.includes('\\]'))
    .map(({ 0: found, index }) => ({ written: found, at: pointAt(offset + index) }));
}

function inspectNode(node: Nodes, inspection: Inspection): void {
  const { body, facts } = inspection;
  switch (node.type) {
    case 'link':
      facts.links.push({
        ...linkFact(node, textOfNodes(node.children), inspection),
        ...(isEmpty(node) ? { empty: true } : {}),
      });
      break;
    case 'text':
      facts.undefinedLinks.push(...undefinedLinks(node, inspection));
      break;
    case 'definition':
      inspectDefinition(node, inspection);
      break;
    case 'image':
      facts.images.push(imageFact(node, node.url, node.title ?? '', body.pointOf(node)));
      break;
    case 'linkReference':
    case 'imageReference':
      inspectReference(node, inspection);
      break;
    case 'html':
      inspectHtml(node, inspection);
      break;
    case 'footnoteReference':
      facts.footnoteReferences.push({ id: node.label ?? node.identifier, at: body.pointOf(node) });
      break;
    case 'footnoteDefinition':
      facts.footnoteDefinitions.push({ id: node.label ?? node.identifier, at: body.pointOf(node) });
      break;
    case 'heading':
      facts.headings.push({
        depth: node.depth,
        text: textOfNodes(node.children),
        at: body.pointOf(node),
      });
      break;
    default:
  }
  if ('children' in node) for (const child of node.children) inspectNode(child, inspection);
}

// Controls other than tab and line ends, and the characters that turn the direction of what follows.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufff9-\ufffb]/g;

function inspectCharacters(
  markdown: string,
  facts: BodyFacts,
  pointAt: (offset: number) => Point,
): void {
  for (const match of markdown.matchAll(HIDDEN)) {
    const hex = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    facts.hiddenCharacters.push({ codePoint: `U+${hex}`, at: pointAt(match.index) });
  }
}

/**
 * Says what an article's Markdown holds: links, images, raw HTML, footnotes, headings, words. Points are
 * relative to the Markdown given. Never throws; a text beyond limits.ts comes back as `refused`.
 */
export function inspectBody(markdown: string): BodyFacts {
  const facts = emptyFacts();
  const pointAt = createPointReader(markdown);
  inspectCharacters(markdown, facts, pointAt);
  const parsed = parseBody(markdown);
  if (!parsed.ok) return { ...facts, refused: parsed.refusal };
  const inspection: Inspection = {
    markdown,
    body: parsed.body,
    facts,
    open: new Map(),
    named: new Set(),
    defined: [],
    pointAt,
  };
  for (const node of parsed.body.blocks) inspectNode(node, inspection);
  markUnused(inspection);
  facts.misread = parsed.body.misread.map(({ offset, ...each }) => ({
    ...each,
    at: pointAt(offset),
  }));
  facts.prose = proseOf(markdown, parsed.body);
  facts.words = countWords(textOfParsed(parsed.body));
  return facts;
}
