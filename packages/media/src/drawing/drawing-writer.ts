import type { InBoth } from '@tamizdat/problem';
import { DRAWING_DEPTH_MAX, DRAWING_PROBLEMS_MAX } from '../limits.ts';
import { ELEMENTS, IDLE } from './allowed.ts';
import { type CostlyElement, type Paint, sidesOf } from './drawing-cost.ts';
import { dashesIn, hasForm, isAttribute, partOf } from './values.ts';

/** What is not allowed in a drawing, with its 1-based line. */
export interface DrawingProblem {
  line: number;
  /** For example `<text>` or `onclick`; absent where it is the file as a whole. */
  found?: string;
  /** Why, as a sentence. */
  message: InBoth;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Writes a drawing anew from the tags that it is given, and tells what of them is not allowed. */
export class DrawingWriter {
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
