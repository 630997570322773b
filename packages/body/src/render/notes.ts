import type { Element, ElementContent } from 'hast';
import type { FootnoteReference } from 'mdast';
import { renderBlocks } from './blocks.ts';
import type { Note, RenderContext } from './context.ts';
import { cleanText, element, textNode } from './element.ts';
import { headingTag } from './heading.ts';
import { resolveLink } from './inline.ts';
import { orderedList } from './ordered-list.ts';

function findNote(identifier: string, context: RenderContext): Note | undefined {
  const known = context.notes.get(identifier);
  if (known) return known;
  const definition = context.body.footnotes.get(identifier);
  const source = context.sources.get(identifier);
  if (!definition && !source) return undefined;
  const note: Note = { number: context.notes.size + 1, references: 0 };
  if (definition) note.definition = definition;
  else if (source) note.source = source;
  context.notes.set(identifier, note);
  return note;
}

function referenceId(note: Note, occurrence: number, prefix: string): string {
  const suffix = occurrence === 1 ? '' : `-${String(occurrence)}`;
  return `${prefix}r-${String(note.number)}${suffix}`;
}

/** `[^id]` in the text: a raised number that leads to the note; text as written when nothing bears that name. */
export function renderReference(node: FootnoteReference, context: RenderContext): ElementContent[] {
  const note = findNote(node.identifier, context);
  if (!note) return [textNode(`[^${node.label ?? node.identifier}]`)];
  note.references += 1;
  const { prefix } = context;
  const number = String(note.number);
  const id = referenceId(note, note.references, prefix);
  const link = element('a', { href: `#${prefix}n-${number}`, id, role: 'doc-noteref' }, [
    textNode(number),
  ]);
  return [element('sup', {}, [link])];
}

function backLinks(note: Note, { prefix, options }: RenderContext): ElementContent[] {
  return Array.from({ length: note.references }, (_, index): ElementContent[] => {
    const href = `#${referenceId(note, index + 1, prefix)}`;
    const mark =
      index === 0
        ? [textNode('↩')]
        : [textNode('↩'), element('sup', {}, [textNode(String(index + 1))])];
    const order = note.references === 1 ? '' : ` ${String(index + 1)}`;
    const properties = {
      href,
      role: 'doc-backlink',
      ariaLabel: `${cleanText(options.words.backToText)}${order}`,
    };
    return [textNode(' '), element('a', properties, mark)];
  }).flat();
}

function linkTo(url: string | undefined, text: string, context: RenderContext): ElementContent {
  const href = url === undefined ? undefined : resolveLink(url, context);
  return href === undefined ? textNode(text) : element('a', { href }, [textNode(text)]);
}

function sourceContent(note: Note, context: RenderContext): ElementContent[] {
  if (!note.source) return [];
  const { title, url, archivedUrl } = note.source;
  const content = [linkTo(url, title, context)];
  if (archivedUrl === undefined || resolveLink(archivedUrl, context) === undefined) return content;
  return [
    ...content,
    textNode(' ('),
    linkTo(archivedUrl, context.options.words.archived, context),
    textNode(')'),
  ];
}

function noteItem(note: Note, context: RenderContext): Element {
  const content = note.definition
    ? renderBlocks(note.definition.children, context)
    : sourceContent(note, context);
  // Rendered first: a note may cite itself, and its back links must know of it.
  const item = element('li', { id: `${context.prefix}n-${String(note.number)}` }, content);
  return item;
}

function appendBackLinks(item: Element, note: Note, context: RenderContext): void {
  const last = item.children.at(-1);
  const target = last?.type === 'element' && last.tagName === 'p' ? last : item;
  target.children.push(...backLinks(note, context));
}

/** The list of all notes and sources after the text; nothing when there are none. */
export function renderNotes(context: RenderContext): ElementContent[] {
  const items: [Element, Note][] = [];
  const rendered = new Set<Note>();
  const renderAll = (): void => {
    // A note may cite others, which then join the list: a Map is iterated with what is added meanwhile.
    for (const note of context.notes.values()) {
      if (!rendered.has(note)) {
        rendered.add(note);
        items.push([noteItem(note, context), note]);
      }
    }
  };
  renderAll();
  const uncited = context.options.citedOnly ? [] : context.sources.keys();
  for (const id of [...uncited, ...context.body.footnotes.keys()]) {
    findNote(id, context);
    renderAll();
  }
  if (items.length === 0) return [];
  for (const [item, note] of items) appendBackLinks(item, note, context);
  const id = `${context.prefix}notes`;
  const heading = element(headingTag(2, context), { id }, [
    textNode(context.options.words.sources),
  ]);
  const list = orderedList(items.map(([item]) => item));
  // A page has one landmark of this kind, the article's; those of notes and entries would bear the same name.
  const landmark = context.prefix === '' ? { role: 'doc-endnotes', ariaLabelledBy: [id] } : {};
  return [element('section', landmark, [heading, list])];
}
