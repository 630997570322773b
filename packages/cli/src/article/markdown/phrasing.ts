import { DomUtils, ElementType } from 'htmlparser2';
import type { PhrasingContent } from 'mdast';
import type { Notes } from './notes.ts';
import { isTag, type Piece, type Tag } from './piece.ts';

/** What Markdown takes from HTML, because it has no sign of its own for it. */
const AS_HTML = new Set(['sup', 'sub', 'kbd', 'mark', 'ins', 'q']);

/** A line as Markdown, without space at its ends: Markdown would have to write it out. */
export function setLine(pieces: readonly Piece[], notes: Notes): PhrasingContent[] {
  const line = setPhrasing(pieces, notes);
  while (trimText(line.at(0), 'trimStart')) line.shift();
  while (trimText(line.at(-1), 'trimEnd')) line.pop();
  return line;
}

/** Takes the space from a text, and tells whether nothing is left of it. */
function trimText(piece: PhrasingContent | undefined, side: 'trimStart' | 'trimEnd'): boolean {
  if (piece?.type !== 'text') return false;
  // Not what keeps words together.
  piece.value = piece.value.replace(side === 'trimStart' ? /^ / : / $/, '');
  return piece.value === '';
}

/** Words within a line as Markdown. */
function setPhrasing(pieces: readonly Piece[], notes: Notes): PhrasingContent[] {
  return pieces.flatMap((piece): PhrasingContent[] => {
    if (piece.type === ElementType.Text) return [{ type: 'text', value: foldSpace(piece.data) }];
    return isTag(piece) ? setElement(piece, notes) : [];
  });
}

function setElement(tag: Tag, notes: Notes): PhrasingContent[] {
  const { name, attribs } = tag;
  const note = notes.referredBy(tag);
  if (note !== undefined) return [{ type: 'footnoteReference', identifier: note, label: note }];
  if (attribs['role'] === 'doc-backlink') return [];
  const children = () => setPhrasing(tag.children, notes);
  switch (name) {
    case 'br':
      return [{ type: 'break' }];
    case 'em':
    case 'i':
      return [{ type: 'emphasis', children: children() }];
    case 'strong':
    case 'b':
      return [{ type: 'strong', children: children() }];
    case 'del':
    case 's':
      return [{ type: 'delete', children: children() }];
    case 'code':
      return [{ type: 'inlineCode', value: foldSpace(DomUtils.textContent(tag)) }];
    case 'a':
      return attribs['href'] === undefined
        ? children()
        : [{ type: 'link', url: attribs['href'], children: children() }];
    default:
      return AS_HTML.has(name)
        ? [
            { type: 'html', value: `<${name}>` },
            ...children(),
            { type: 'html', value: `</${name}>` },
          ]
        : children();
  }
}

/** White space as browsers fold it; what keeps words together stays. */
const foldSpace = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ');
