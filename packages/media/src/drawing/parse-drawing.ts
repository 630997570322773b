import type { InBoth } from '@tamizdat/problem';
import { DRAWING_ELEMENTS_MAX, DRAWING_MAX_BYTES, DRAWING_MAX_SIDE } from '../limits.ts';
import { type DrawingProblem, DrawingWriter } from './drawing-writer.ts';
import { refuseCost } from './refuse-cost.ts';

export interface Drawing {
  /** Written anew from allowed elements and attributes alone; empty where there are problems. */
  svg: string;
  /** CSS pixels; 0 where unknown. */
  width: number;
  height: number;
  problems: DrawingProblem[];
}

const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
/** At the start alone. */
const DECLARATION = /^\ufeff?(?:<\?xml\s[^<>]*\?>)?/;

const OTHERS: readonly [mark: string, found: string, message: InBoth][] = [
  [
    '<!--',
    '<!--',
    {
      en: 'A comment can tell who drew it, and with what.',
      ru: 'Примечание может сказать, кто и чем это нарисовал.',
    },
  ],
  [
    '<!DOCTYPE',
    '<!DOCTYPE',
    {
      en: 'A document type can pull in other files.',
      ru: 'Тип документа может подтянуть другие файлы.',
    },
  ],
  [
    '<![CDATA[',
    '<![CDATA[',
    { en: 'Raw data has no place in a drawing.', ru: 'Сырым данным в рисунке не место.' },
  ],
  [
    '<?',
    '<?',
    { en: 'An instruction has no place in a drawing.', ru: 'Командам в рисунке не место.' },
  ],
];

/**
 * Reads an SVG drawing, untrusted, by an allow-list, and writes it anew. Takes plain tags alone: no entities, text,
 * comments or document types. Never throws; what is not allowed is told, all of it.
 */
export function parseDrawing(svg: string): Drawing {
  const writer = new DrawingWriter(svg);
  if (Buffer.byteLength(svg) > DRAWING_MAX_BYTES)
    writer.refuse(0, '<svg>', {
      en: `The drawing has more than ${DRAWING_MAX_BYTES} bytes.`,
      ru: `Рисунок занимает больше ${DRAWING_MAX_BYTES} байт.`,
    });
  else walk(svg, writer);
  const { problems, size } = writer;
  if (problems.length === 0 && (writer.open.length > 0 || writer.written.length === 0))
    writer.refuse(0, '<svg>', {
      en: 'The file is not one whole <svg>.',
      ru: 'Файл — не один целый <svg>.',
    });
  if (problems.length === 0 && size.width * size.height === 0)
    writer.refuse(0, '<svg>', {
      en: 'The drawing says no size: it needs width and height, or a viewBox.',
      ru: 'У рисунка нет размера: нужны width и height или viewBox.',
    });
  if (problems.length === 0 && writer.root !== undefined) refuseCost(writer, writer.root);
  if (Math.max(size.width, size.height) > DRAWING_MAX_SIDE)
    writer.refuse(0, '<svg>', {
      en: `A side of the drawing has more than ${DRAWING_MAX_SIDE} pixels.`,
      ru: `Сторона рисунка больше ${DRAWING_MAX_SIDE} точек.`,
    });
  return { svg: problems.length === 0 ? `${writer.written.join('')}\n` : '', ...size, problems };
}

function walk(svg: string, writer: DrawingWriter): void {
  let at = DECLARATION.exec(svg)?.[0].length ?? 0;
  for (let count = 0; at < svg.length;) {
    TAG.lastIndex = at;
    const tag = svg[at] === '<' ? TAG.exec(svg) : null;
    if (tag) {
      count += 1;
      if (count > DRAWING_ELEMENTS_MAX) {
        writer.refuse(at, '<svg>', {
          en: `The drawing has more than ${DRAWING_ELEMENTS_MAX} tags.`,
          ru: `В рисунке больше ${DRAWING_ELEMENTS_MAX} тегов.`,
        });
        return;
      }
      writer.tag(at, tag);
      at = TAG.lastIndex;
    } else at = skipOther(svg, at, writer);
  }
}

/** White space is nothing; everything else between tags is told, and left at the next tag. */
function skipOther(svg: string, at: number, writer: DrawingWriter): number {
  const other = OTHERS.find(([mark]) => svg.startsWith(mark, at));
  if (other) {
    writer.refuse(at, other[1], other[2]);
    const end = other[0] === '<!--' ? svg.indexOf('-->', at) : svg.indexOf('>', at);
    return end === -1 ? svg.length : end + (other[0] === '<!--' ? 3 : 1);
  }
  const next = svg.indexOf('<', at + 1);
  const end = next === -1 ? svg.length : next;
  const text = svg.slice(at, end).trim();
  if (text.startsWith('<'))
    writer.refuse(at, text.slice(0, 30), {
      en: 'This is no well-formed tag.',
      ru: 'Это неправильно записанный тег.',
    });
  else if (text !== '')
    writer.refuse(at, text.slice(0, 30), {
      en: 'Text is not shown: a drawing has outlines alone.',
      ru: 'Текст не показывают: в рисунке бывают только контуры.',
    });
  return end;
}
