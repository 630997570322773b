import type { InBoth } from '@tamizdat/problem';
import {
  DRAWING_DASHES_MAX,
  DRAWING_DEPTH_MAX,
  DRAWING_ELEMENTS_MAX,
  DRAWING_LAYERS_DEPTH_MAX,
  DRAWING_LAYERS_MAX,
  DRAWING_MAX_BYTES,
  DRAWING_MAX_SIDE,
  DRAWING_POINTS_MAX,
  DRAWING_PROBLEMS_MAX,
  DRAWING_STOPS_MAX,
  DRAWING_TRANSLUCENT_MAX,
} from '../limits.ts';
import { ELEMENTS, IDLE } from './allowed.ts';
import { type CostlyElement, countCost, type Paint, sidesOf } from './drawing-cost.ts';
import { dashesIn, hasForm, isAttribute, partOf } from './values.ts';

/** What is not allowed in a drawing, with its 1-based line. */
export interface DrawingProblem {
  line: number;
  /** For example `<text>` or `onclick`; absent where it is the file as a whole. */
  found?: string;
  /** Why, as a sentence. */
  message: InBoth;
}

export interface Drawing {
  /** Written anew from allowed elements and attributes alone; empty where there are problems. */
  svg: string;
  /** CSS pixels; 0 where unknown. */
  width: number;
  height: number;
  problems: DrawingProblem[];
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
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

class Writer {
  readonly problems: DrawingProblem[] = [];
  readonly written: string[] = [];
  readonly open: { name: string; element: CostlyElement }[] = [];
  root: CostlyElement | undefined;
  size = { width: 0, height: 0 };
  readonly #svg: string;

  constructor(svg: string) {
    this.#svg = svg;
  }

  refuse(at: number, found: string, message: InBoth): void {
    if (this.problems.length >= DRAWING_PROBLEMS_MAX) return;
    this.problems.push({ line: this.#svg.slice(0, at).split('\n').length, found, message });
  }

  tag(at: number, [, slash, name = '', attributes = '', selfClosed = '']: RegExpExecArray): void {
    if (!ELEMENTS.has(name)) {
      if (!slash)
        this.refuse(at, `<${name}>`, {
          en: 'This element is not among those that draw.',
          ru: 'Этот элемент не из тех, что рисуют.',
        });
    } else if (slash) this.#close(at, name);
    else this.#openTag(at, name, attributes, selfClosed);
  }

  #close(at: number, name: string): void {
    if (this.open.pop()?.name !== name)
      this.refuse(at, `</${name}>`, {
        en: 'This end tag closes nothing.',
        ru: 'Этот закрывающий тег ничего не закрывает.',
      });
    this.written.push(`</${name}>`);
  }

  #openTag(at: number, name: string, attributes: string, selfClosed: string): void {
    const isRoot = this.written.length === 0;
    if (isRoot !== (name === 'svg') || (!isRoot && this.open.length === 0))
      this.refuse(at, `<${name}>`, {
        en: 'A drawing is one <svg>, with everything in it.',
        ru: 'Рисунок — это один <svg>, в котором всё остальное.',
      });
    const values = this.#values(at, attributes);
    if (isRoot) {
      this.size = sizeOf(values);
      values.set('width', String(this.size.width)).set('height', String(this.size.height));
    }
    const given = [...values].map(
      ([attribute, value]) => ` ${attribute}="${value.replaceAll('"', "'")}"`,
    );
    this.written.push(
      `<${name}${isRoot ? ` xmlns="${NAMESPACE}"` : ''}${given.join('')}${selfClosed}>`,
    );
    const element = this.#place(values);
    if (!selfClosed) this.open.push({ name, element });
    if (this.open.length === DRAWING_DEPTH_MAX + 1)
      this.refuse(at, `<${name}>`, {
        en: `Groups stand more than ${DRAWING_DEPTH_MAX} deep in each other: ungroup them in the drawing program.`,
        ru: `Группы вложены друг в друга глубже ${DRAWING_DEPTH_MAX}: разгруппируйте их в графической программе.`,
      });
  }

  /** Sets an element into the tree of which the cost of drawing is counted. */
  #place(values: ReadonlyMap<string, string>): CostlyElement {
    const parent = this.open.at(-1)?.element;
    const sides = sidesOf((this.root ?? { values }).values);
    const dashes = dashesIn(values.get('stroke-dasharray'), Math.min(...sides));
    const dash =
      dashes === 'inherit' ? parent?.dash : dashes.reduce((sum, one) => sum + one, 0) || undefined;
    const paintOf = (name: Paint): string | undefined => {
      const own = values.get(name);
      // A word that is no colour counts for nothing, and what is painted around it holds.
      const isOwn = own !== undefined && (own === 'none' || !/^[a-z]+$/i.test(own));
      return isOwn ? partOf(own) : parent?.paints[name];
    };
    const paints = { fill: paintOf('fill'), stroke: paintOf('stroke') };
    const element: CostlyElement = { id: values.get('id'), values, inside: [], dash, paints };
    if (parent === undefined) this.root ??= element;
    else parent.inside.push(element);
    return element;
  }

  #values(at: number, attributes: string): Map<string, string> {
    const values = new Map<string, string>();
    for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      const value = (double ?? single ?? '').trim();
      if (name === 'xmlns' ? value === NAMESPACE : IDLE.test(name)) continue;
      if (name === 'style') this.#style(at, value, values);
      else this.#value(at, name, value, values);
    }
    return values;
  }

  /** Declarations as drawing programs write them; each is the attribute of its name (SVG 2, 6.6). */
  #style(at: number, style: string, values: Map<string, string>): void {
    for (const declaration of style.split(';').filter((part) => part.trim() !== '')) {
      const [name = '', ...rest] = declaration.split(':');
      this.#value(at, name.trim(), rest.join(':').trim(), values);
    }
  }

  #value(at: number, name: string, value: string, values: Map<string, string>): void {
    if (name.startsWith('on'))
      this.refuse(at, name, {
        en: 'An event handler runs a script.',
        ru: 'Обработчик событий запускает скрипт.',
      });
    else if (!isAttribute(name))
      this.refuse(at, name, {
        en: 'This attribute is not among those that draw.',
        ru: 'Этот атрибут не из тех, что рисуют.',
      });
    else if (!hasForm(name, value))
      this.refuse(at, name, {
        en: 'The value has no form that draws: a number, a colour, a path, or url(#name) for a part of the same drawing.',
        ru: 'Значение записано не так, как рисуют: нужно число, цвет, путь или url(#имя) для части того же рисунка.',
      });
    else values.set(name, value);
  }
}

/** Width and height in CSS pixels; where they are missing or in other units, those of the view box. */
function sizeOf(values: ReadonlyMap<string, string>): { width: number; height: number } {
  const [, , boxWidth = 0, boxHeight = 0] = (values.get('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = ['width', 'height'].map((name) => {
    const number = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(values.get(name) ?? '')?.[1];
    return number === undefined ? 0 : Number(number);
  });
  const size = width && height ? [width, height] : [boxWidth, boxHeight];
  const [w = 0, h = 0] = size.map((side) => (Number.isFinite(side) ? Math.round(side) : 0));
  return { width: Math.max(0, w), height: Math.max(0, h) };
}

/**
 * Reads an SVG drawing, untrusted, by an allow-list, and writes it anew. Takes plain tags alone: no entities, text,
 * comments or document types. Never throws; what is not allowed is told, all of it.
 */
export function parseDrawing(svg: string): Drawing {
  const writer = new Writer(svg);
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

/** What would keep a browser and the build busy for minutes, however small the file is. */
function refuseCost(writer: Writer, root: CostlyElement): void {
  const { layers, depth, dashes, points, stops, translucent } = countCost(root);
  if (layers > DRAWING_LAYERS_MAX || depth > DRAWING_LAYERS_DEPTH_MAX)
    writer.refuse(0, '<svg>', {
      en: `Masks and clips are drawn more than ${DRAWING_LAYERS_MAX} times, or stand more than ${DRAWING_LAYERS_DEPTH_MAX} deep in one another: flatten the drawing in its program.`,
      ru: `Маски и обрезки рисуются больше ${DRAWING_LAYERS_MAX} раз или вложены глубже ${DRAWING_LAYERS_DEPTH_MAX}: сведите рисунок в графической программе.`,
    });
  if (dashes > DRAWING_DASHES_MAX)
    writer.refuse(0, '<svg>', {
      en: `Dashed lines have more than ${DRAWING_DASHES_MAX} dashes: make the dashes longer.`,
      ru: `В пунктирных линиях больше ${DRAWING_DASHES_MAX} штрихов: сделайте штрихи длиннее.`,
    });
  if (points > DRAWING_POINTS_MAX)
    writer.refuse(0, '<svg>', {
      en: `Paths have more than ${DRAWING_POINTS_MAX} points, each counted as often as it is drawn: simplify them in the drawing program.`,
      ru: `В контурах больше ${DRAWING_POINTS_MAX} точек, если считать каждую столько раз, сколько её рисуют: упростите контуры в графической программе.`,
    });
  if (stops > DRAWING_STOPS_MAX)
    writer.refuse(0, '<svg>', {
      en: `Gradients have more than ${DRAWING_STOPS_MAX} stops, each counted as often as something is painted with it: use fewer colours, or plain ones.`,
      ru: `В градиентах больше ${DRAWING_STOPS_MAX} опорных цветов, если считать каждый столько раз, сколько им закрашивают: возьмите меньше цветов или закрасьте сплошь.`,
    });
  if (translucent > DRAWING_TRANSLUCENT_MAX)
    writer.refuse(0, '<svg>', {
      en: `More than ${DRAWING_TRANSLUCENT_MAX} groups are translucent: give the opacity to what stands in them.`,
      ru: `Полупрозрачных групп больше ${DRAWING_TRANSLUCENT_MAX}: задайте прозрачность тому, что в них.`,
    });
}

function walk(svg: string, writer: Writer): void {
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
function skipOther(svg: string, at: number, writer: Writer): number {
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
