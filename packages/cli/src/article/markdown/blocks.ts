import { DomUtils } from 'htmlparser2';
import type {
  AlignType,
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  Table,
} from 'mdast';
import type { Notes } from './notes.ts';
import { setLine } from './phrasing.ts';
import { isTag, type Piece, type Tag } from './piece.ts';

type Block = BlockContent | DefinitionContent;

/** What stands in lines of its own; all else stands within one. */
const BLOCKS = new Set(
  'p h2 h3 h4 h5 h6 blockquote ul ol li pre hr table figure figcaption div section'.split(' '),
);

/** Texts, lists, tables as Markdown; words that stand between them become paragraphs. */
export function setBlocks(pieces: readonly Piece[], notes: Notes): Block[] {
  const blocks: Block[] = [];
  let line: Piece[] = [];
  const endLine = (): void => {
    blocks.push(...paragraphOf(setLine(line, notes)));
    line = [];
  };
  for (const piece of pieces) {
    if (isTag(piece) && BLOCKS.has(piece.name)) {
      endLine();
      blocks.push(...setBlock(piece, notes));
    } else line.push(piece);
  }
  endLine();
  return blocks;
}

function setBlock(tag: Tag, notes: Notes): Block[] {
  const { name, children } = tag;
  const heading = /^h([2-6])$/.exec(name);
  if (heading) {
    const depth = Number(heading[1]) as 2 | 3 | 4 | 5 | 6;
    return [{ type: 'heading', depth, children: setLine(children, notes) }];
  }
  switch (name) {
    case 'p':
      return paragraphOf(setLine(children, notes));
    case 'blockquote':
      return [{ type: 'blockquote', children: setBlocks(children, notes) }];
    case 'ul':
    case 'ol':
      return [setList(tag, notes)];
    case 'pre':
      return [{ type: 'code', value: DomUtils.textContent(tag).replace(/\n$/, '') }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return [setTable(tag, notes)];
    case 'section':
      return setNotes(tag, notes);
    default:
      return setBlocks(children, notes);
  }
}

function paragraphOf(children: PhrasingContent[]): Block[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function setList(tag: Tag, notes: Notes, items = itemsOf(tag)): List {
  const ordered = tag.name === 'ol';
  return {
    type: 'list',
    ordered,
    spread: false,
    ...(ordered ? { start: Number(tag.attribs['start'] ?? 1) } : {}),
    children: items.map((item): ListItem => ({
      type: 'listItem',
      spread: false,
      children: setBlocks(item.children, notes),
    })),
  };
}

const itemsOf = (tag: Tag): Tag[] => tag.children.filter(isTag).filter(({ name }) => name === 'li');

/** Notes that the text refers to are footnotes; the others stay in their list, under its heading. */
function setNotes(section: Tag, notes: Notes): Block[] {
  const parts = section.children.filter(isTag);
  const list = parts.find(({ name }) => name === 'ol');
  if (list === undefined) return setBlocks(section.children, notes);
  const items = itemsOf(list);
  const others = items.filter((item) => notes.heldBy(item) === undefined);
  const heading = parts.filter((part) => part !== list);
  return [
    ...(others.length > 0 ? [...setBlocks(heading, notes), setList(list, notes, others)] : []),
    ...items.flatMap((item): Block[] => {
      const note = notes.heldBy(item);
      if (note === undefined) return [];
      const children = setBlocks(item.children, notes);
      return [{ type: 'footnoteDefinition', identifier: note, label: note, children }];
    }),
  ];
}

function setTable(table: Tag, notes: Notes): Table {
  const rows = DomUtils.findAll(({ name }) => name === 'tr', table.children);
  const cells = rows.map(({ children }) => children.filter(isTag));
  const aligns = (cells[0] ?? []).map(({ attribs }): AlignType => {
    return attribs['class'] === 'al-r' ? 'right' : attribs['class'] === 'al-c' ? 'center' : null;
  });
  return {
    type: 'table',
    align: aligns,
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map(({ children }) => ({
        type: 'tableCell',
        children: setLine(children, notes),
      })),
    })),
  };
}
