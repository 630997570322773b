import type { Element, ElementContent, Nodes, Root } from 'hast';
import { type Counts, count } from './mend-text.ts';
import { attribute, elementsOf, textOf } from './parse-html.ts';

/** What is taken out with its words, because nobody was to read them. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
  'base',
]);
const CONTROLS: ReadonlySet<string> = new Set([
  'form',
  'input',
  'select',
  'textarea',
  'button',
  'datalist',
]);
/** What shows something from elsewhere, or plays it. */
const EMBEDDED: ReadonlySet<string> = new Set([
  'iframe',
  'embed',
  'object',
  'video',
  'audio',
  'svg',
  'canvas',
  'math',
]);

/** What HTML shows as one space; a space that breaks no line is another sign. */
const BLANK = /[ \t\n\f\r]+/g;

const MARKS: readonly (readonly string[])[] = [
  ['del', 's', 'strike'],
  ['b', 'strong'],
  ['em', 'i'],
  ['code', 'tt', 'kbd', 'samp', 'var'],
];

/** How addresses of a text are answered. */
export interface Answers {
  /** The file beside the article; undefined where there is none. */
  picture: (address: string) => string | undefined;
  /** The address that a link is to have; undefined where it leads nowhere: its words stay. */
  link: (address: string) => string | undefined;
  /** An address of somewhere else as a whole one; undefined where it was the outlet’s own, or is none. */
  whole: (address: string) => string | undefined;
  /** Is told of the pictures in what an export wrote around a text, which is left out then. */
  tellCarried?: ((addresses: readonly string[]) => void) | undefined;
}

/** Makes of a tree what Markdown can say, in place, and counts what it cannot. No word that was shown goes. */
export function prepareTree(root: Root, answers: Answers, counts: Counts): void {
  const notes = findNotes(root);
  replaceAll(root, (node) => prepared(node, { answers, counts, notes }));
}

interface Preparing {
  answers: Answers;
  counts: Counts;
  notes: Notes;
}

/** Replaces nodes below one, innermost first; undefined keeps a node. */
function replaceAll(
  node: Nodes,
  change: (node: ElementContent) => ElementContent[] | undefined,
): void {
  if (!('children' in node)) return;
  const inner = node.children as (ElementContent | { type: 'doctype' })[];
  node.children = inner.flatMap((child): ElementContent[] => {
    if (child.type === 'doctype') return [];
    replaceAll(child, change);
    return change(child) ?? [child];
  });
}

function prepared(node: ElementContent, given: Preparing): ElementContent[] | undefined {
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return undefined;
  const { tagName: name } = node;
  if (SILENT.has(name)) {
    count(given.counts, `dropped: <${name}>`);
    return [];
  }
  if (CONTROLS.has(name)) {
    count(given.counts, `dropped: <${name}>`);
    return name === 'form' || name === 'button' ? node.children : [];
  }
  if (EMBEDDED.has(name)) return embedded(node, given);
  if (name === 'img') return pictured(node, given);
  if (name === 'a') return linked(node, given);
  const marks = MARKS.find((group) => group.includes(name));
  if (marks !== undefined) {
    // Twice the same says nothing more, and its signs in a row would be others.
    replaceAll(node, (inner) =>
      inner.type === 'element' && marks.includes(inner.tagName) ? inner.children : undefined,
    );
    if (marks.includes('code'))
      replaceAll(node, (inner) => (isBreak(inner) ? [{ type: 'text', value: ' ' }] : undefined));
    return undefined;
  }
  if (name === 'h1') return [{ ...node, tagName: 'h2' }];
  if (isCaptioned(node)) return figured(node);
  if (name === 'td' || name === 'th') return [flatCell(node, given)];
  const definition = given.notes.definitions.get(attribute(node, 'id'));
  if (definition !== undefined) return [{ ...node, data: { note: definition } as never }];
  return undefined;
}

/** What plays or shows something from elsewhere becomes a line that says where; what it holds as words stays. */
function embedded(node: Element, { answers, counts }: Preparing): ElementContent[] {
  const source =
    attribute(node, 'src') ||
    attribute(node, 'data') ||
    attribute(node, 'dataSrc') ||
    elementsOf(node, 'source', 'embed')
      .map((inner) => attribute(inner, 'src'))
      .find(Boolean) ||
    '';
  const address = source === '' ? undefined : answers.whole(source);
  count(counts, address === undefined ? `dropped: <${node.tagName}>` : 'embeds that became links');
  const inner = node.tagName === 'object' ? node.children : [];
  return address === undefined ? inner : [lineTo(address), ...inner];
}

/** A paragraph with a link whose words are the address: what and where, in no language. */
function lineTo(address: string): Element {
  const { host, pathname } = new URL(address);
  const shown = `${host}${pathname === '/' ? '' : pathname}`;
  return element('p', {}, [element('a', { href: address }, [{ type: 'text', value: shown }])]);
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** The address of a picture, also where a script was to load it when the reader came near. */
export function pictureAddress(image: Element): string {
  const source = attribute(image, 'src');
  const lazy =
    attribute(image, 'dataSrc') ||
    attribute(image, 'dataOriginal') ||
    attribute(image, 'dataLazySrc');
  return (source === '' || source.startsWith('data:')) && lazy !== '' ? lazy : source;
}

function pictured(image: Element, { answers, counts }: Preparing): ElementContent[] {
  const address = pictureAddress(image);
  const alt = attribute(image, 'alt').replaceAll(BLANK, ' ').trim();
  const file = answers.picture(address);
  if (file !== undefined) return [element('img', { src: file, alt }, [])];
  const whole = answers.whole(address);
  count(counts, 'pictures that are not in the uploads');
  return whole === undefined ? [] : [lineTo(whole)];
}

/** A link with words keeps them whatever becomes of it. */
function linked(anchor: Element, { answers, counts, notes }: Preparing): ElementContent[] {
  const href = attribute(anchor, 'href');
  const note = notes.references.get(href);
  if (note !== undefined) return [element('note-reference', { id: note }, [])];
  if (notes.backs.has(href) && isMark(textOf(anchor))) return [];
  const target = href === '' ? undefined : answers.link(href);
  if (target === undefined) {
    if (href !== '') count(counts, 'links that lead nowhere now');
    return anchor.children;
  }
  // What it showed is a link itself by now.
  const [shown] = elementsOf(anchor, 'a').slice(1);
  if (shown !== undefined)
    return attribute(shown, 'href') === target || !/^https?:/.test(target)
      ? anchor.children
      : [...anchor.children, lineTo(target)];
  // A picture that leads to its own file, in full size, leads nowhere new.
  const isPicture = elementsOf(anchor, 'img').length > 0 && textOf(anchor).trim() === '';
  if (isPicture && answers.picture(href) !== undefined) return anchor.children;
  return [element('a', { href: target }, anchor.children)];
}

/** A cell of Markdown is one line: blocks in it are parted by spaces. */
function flatCell(cell: Element, { counts }: Preparing): Element {
  const { colSpan, rowSpan } = cell.properties;
  if (Number(colSpan) > 1 || Number(rowSpan) > 1) count(counts, 'merged cells, laid out');
  // Nothing in it may begin another line.
  replaceAll(cell, (inner) => {
    if (inner.type === 'text') return [{ ...inner, value: inner.value.replaceAll(/\s+/g, ' ') }];
    if (inner.type !== 'element') return undefined;
    if (inner.tagName === 'br') return [{ type: 'text', value: ' ' }];
    return inner.tagName === 'pre' ? [...inner.children, { type: 'text', value: ' ' }] : undefined;
  });
  const children = cell.children.flatMap((child): ElementContent[] =>
    child.type === 'element' && /^(?:p|div|li|ul|ol|h[2-6])$/.test(child.tagName)
      ? [...child.children, { type: 'text', value: ' ' }]
      : [child],
  );
  return { ...cell, children };
}

const isBreak = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'br';

const hasClass = (node: Element, ...names: string[]): boolean =>
  attribute(node, 'className')
    .split(/\s+/)
    .some((name) => names.includes(name));

const isCaptioned = (node: Element): boolean =>
  node.tagName === 'figure' || hasClass(node, 'wp-caption', 'tr-caption-container');

/** A figure of one picture: its caption goes into the picture's title; of several, the caption stands below them. */
function figured(figure: Element): ElementContent[] {
  const images = elementsOf(figure, 'img');
  const captions = elementsOf(figure).filter(
    (inner) => inner.tagName === 'figcaption' || hasClass(inner, 'wp-caption-text', 'tr-caption'),
  );
  const [image] = images;
  const [caption] = captions;
  const all = textOf(figure).replaceAll(/\s+/g, '');
  const own = captions.map((one) => textOf(one).replaceAll(/\s+/g, '')).join('');
  // Words beside the caption: it is more than a figure, and is read as it stands.
  if (image === undefined || images.length > 1 || captions.length > 1 || all !== own)
    return [{ ...figure, tagName: 'div' }];
  const link = elementsOf(figure, 'a').find((anchor) => elementsOf(anchor, 'img').length > 0);
  const words = caption === undefined ? '' : textOf(caption).replaceAll(BLANK, ' ').trim();
  if (words !== '') image.properties = { ...image.properties, title: words };
  return [element('p', {}, [link === undefined ? image : { ...link, children: [image] }])];
}

/** Footnotes of a text: places with a mark that lead to places which hold words. */
interface Notes {
  /** Names of notes by the address of a reference, `#fn1`. */
  references: ReadonlyMap<string, string>;
  /** The same by the id of what holds the words. */
  definitions: ReadonlyMap<string, string>;
  /** Addresses that lead back from a note. */
  backs: ReadonlySet<string>;
}

const isMark = (text: string): boolean =>
  /^[\s[(]*(?:\d{1,3}|[*†‡↩︎↑^⇑]+\d{0,3}|[ivx]{1,5})[\s\]).]*$/u.test(text);

function findNotes(root: Root): Notes {
  const holders = new Map(
    elementsOf(root, 'li', 'p', 'div', 'dd').flatMap((one) => {
      const id = attribute(one, 'id');
      return id === '' || textOf(one).trim() === '' ? [] : [[`#${id}`, one] as const];
    }),
  );
  const references = new Map<string, string>();
  const definitions = new Map<string, string>();
  const backs = new Set<string>();
  for (const anchor of elementsOf(root, 'a')) {
    const href = attribute(anchor, 'href');
    const holder = holders.get(href as `#${string}`);
    if (holder === undefined || !isMark(textOf(anchor)) || elementsOf(holder).includes(anchor))
      continue;
    const name = references.get(href) ?? String(references.size + 1);
    references.set(href, name);
    definitions.set(href.slice(1), name);
    for (const back of elementsOf(holder, 'a'))
      if (attribute(back, 'href').startsWith('#')) backs.add(attribute(back, 'href'));
  }
  return { references, definitions, backs };
}
