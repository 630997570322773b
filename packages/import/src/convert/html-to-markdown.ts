import type { Element, ElementContent, Root } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Paragraph, PhrasingContent, Root as Markdown, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { dropCarried } from './drop-carried.ts';
import type { Counts } from './mend-text.ts';
import { attribute, elementsOf, parseHtml } from './parse-html.ts';
import { type Answers, pictureAddress, prepareTree } from './prepare-tree.ts';
import { takeSubstackParts } from './substack-parts.ts';

/** The addresses of the pictures that a text shows, in order, each once. */
export function listPictures(html: string): string[] {
  const root = parseHtml(html);
  const images = root === undefined ? [] : elementsOf(root, 'img');
  return [...new Set(images.map(pictureAddress).filter(Boolean))];
}

/**
 * Writes HTML of another system in Markdown, as the kit's own texts are written; undefined where nobody can read it. Runs
 * nothing, asks nobody. What Markdown cannot say is counted; words that were shown stay.
 */
export function htmlToMarkdown(html: string, answers: Answers, counts: Counts): string | undefined {
  const root = parseHtml(html);
  if (root === undefined) return undefined;
  answers.tellCarried?.(dropCarried(root).map(pictureAddress));
  takeSubstackParts(root, counts);
  prepareTree(root, answers, counts);
  const notes = takeNotes(root);
  const handlers = answers.tellCarried === undefined ? HANDLERS : CARRIED_HANDLERS;
  const tree = toMdast(root, { handlers }) as Markdown;
  for (const [name, children] of notes) {
    const note = toMdast(
      { type: 'root', children },
      {
        handlers,
        document: true,
      },
    ) as Markdown;
    tree.children.push({
      type: 'footnoteDefinition',
      identifier: name,
      label: name,
      children: note.children as Paragraph[],
    });
  }
  joinCode(tree);
  tree.children = tree.children.flatMap(apart);
  return toMarkdown(tree, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    rule: '-',
    fences: true,
  });
}

/** Elements that Markdown has no sign for, and a text may hold. */
const inline =
  (name: string): Handle =>
  (state: State, node: Element) =>
    [
      { type: 'html', value: `<${name}>` },
      ...(state.all(node) as PhrasingContent[]),
      { type: 'html', value: `</${name}>` },
    ] as never;

const HANDLERS: Record<string, Handle> = {
  sub: inline('sub'),
  // A note’s sign is raised by itself.
  sup: (state: State, node: Element) =>
    isNoteSign(node) ? state.all(node) : inline('sup')(state, node, undefined),
  mark: inline('mark'),
  kbd: inline('kbd'),
  'note-reference': (_, node: Element) =>
    ({
      type: 'footnoteReference',
      identifier: attribute(node, 'id'),
      label: attribute(node, 'id'),
    }) as never,
};

/** Words in another language, where a newsroom marked them: elsewhere word processors mark everything. */
const inLanguage =
  (name: string, rest: (state: State, node: Element) => unknown): Handle =>
  (state: State, node: Element) => {
    const lang = attribute(node, 'lang');
    if (!/^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,3}$/i.test(lang)) return rest(state, node) as never;
    return [
      { type: 'html', value: `<${name} lang="${lang}">` },
      ...(state.all(node) as PhrasingContent[]),
      { type: 'html', value: `</${name}>` },
    ] as never;
  };

const emphasis = (state: State, node: Element) => ({
  type: 'emphasis',
  children: state.all(node),
});

const CARRIED_HANDLERS: Record<string, Handle> = {
  ...HANDLERS,
  i: inLanguage('i', emphasis),
  em: inLanguage('em', emphasis),
  span: inLanguage('span', (state, node) => state.all(node)),
};

/** Nothing but signs of notes, and the comma between two. */
const isNoteSign = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && child.tagName === 'note-reference') &&
  children.every((child) =>
    child.type === 'element' ? child.tagName === 'note-reference' : isGap(child),
  );
const isGap = (child: ElementContent): boolean =>
  child.type === 'text' && /^[\s,]*$/.test(child.value);

/** Takes what holds the words of notes out of a tree, by name. */
function takeNotes(root: Root): Map<string, ElementContent[]> {
  const notes = new Map<string, ElementContent[]>();
  const take = (node: Root | Element): void => {
    node.children = (node.children as ElementContent[]).filter((child) => {
      if (child.type !== 'element') return true;
      const name = (child.data as { note?: string } | undefined)?.note;
      if (name === undefined) {
        take(child);
        return !isEmptyList(child) && !isEmptyNotes(child);
      }
      notes.set(name, child.children);
      return false;
    });
  };
  take(root);
  return notes;
}

const isEmptyList = (node: Element): boolean =>
  /^[ou]l$/.test(node.tagName) && !node.children.some(({ type }) => type === 'element');

/** Where notes stood (DPUB-ARIA 1.1, or as GitHub marks them) and their heading alone is left: pages put it over notes by themselves. */
const isEmptyNotes = (node: Element): boolean =>
  (attribute(node, 'role') === 'doc-endnotes' || node.properties['dataFootnotes'] !== undefined) &&
  node.children.every(
    (child) =>
      (child.type === 'text' && child.value.trim() === '') ||
      (child.type === 'element' && /^h[1-6]$/.test(child.tagName)),
  );

/** Pieces of code beside each other would be one piece with other signs. */
function joinCode(node: Markdown | RootContent): void {
  if (!('children' in node)) return;
  const joined: RootContent[] = [];
  for (const child of node.children as RootContent[]) {
    const last = joined.at(-1);
    if (child.type === 'inlineCode' && last?.type === 'inlineCode') last.value += child.value;
    else joined.push(child);
    joinCode(child);
  }
  node.children = joined;
}

const isPicture = (node: PhrasingContent): boolean =>
  node.type === 'image' ||
  (node.type === 'link' && node.children.length === 1 && node.children[0]?.type === 'image');

/** Pictures stand in paragraphs of their own, where the kit shows them. */
function apart(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph' || !node.children.some(isPicture)) return [node];
  const parts: Paragraph[] = [];
  let words: PhrasingContent[] = [];
  const close = () => {
    if (
      words.some((one) => one.type !== 'break' && !(one.type === 'text' && one.value.trim() === ''))
    )
      parts.push({ type: 'paragraph', children: trimBreaks(words) });
    words = [];
  };
  for (const child of node.children) {
    if (!isPicture(child)) {
      words.push(child);
      continue;
    }
    close();
    parts.push({ type: 'paragraph', children: [child] });
  }
  close();
  return parts;
}

function trimBreaks(words: PhrasingContent[]): PhrasingContent[] {
  const isGap = (one: PhrasingContent) =>
    one.type === 'break' || (one.type === 'text' && one.value.trim() === '');
  const first = words.findIndex((one) => !isGap(one));
  const last = words.findLastIndex((one) => !isGap(one));
  const kept = words.slice(first, last + 1);
  return kept.map((one, index) => {
    if (one.type !== 'text') return one;
    const start = index === 0 ? one.value.trimStart() : one.value;
    return { ...one, value: index === kept.length - 1 ? start.trimEnd() : start };
  });
}
