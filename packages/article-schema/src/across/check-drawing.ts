import type { InBoth } from '@tamizdat/problem';
import { shorten } from '../characters/count.ts';
import type { AcrossFinding } from './check-across.ts';

/** What is not allowed in an SVG drawing, at its line in the drawing's own file. `path` is that file's. */
export function checkDrawing(
  path: string,
  problems: readonly { line: number; found?: string; message: InBoth }[],
): AcrossFinding[] {
  return problems.map(({ line, found, message }) => ({
    path,
    span: { line, column: 1 },
    finding: {
      code: 'drawing-unusable',
      path: [],
      ...(found === undefined ? {} : { found: shorten(found) }),
      message:
        found === undefined ? message.en : `The drawing holds “${shorten(found)}”: ${message.en}`,
      why: 'An SVG is a document: it can run scripts, ask other sites for things, and name who drew it.',
      remedy:
        'Export it as plain SVG without metadata, text turned into paths and styles into attributes (Inkscape: “Optimised SVG”, after “Object to Path”), or export it as PNG.',
      ru: {
        message:
          found === undefined ? message.ru : `В рисунке есть «${shorten(found)}»: ${message.ru}`,
        why: 'SVG — это документ: он может запускать скрипты, обращаться к другим сайтам и называть того, кто его нарисовал.',
        remedy:
          'Сохраните его как простой SVG без метаданных, текст — контурами, стили — атрибутами (в Inkscape: «Оптимизированный SVG» после «Оконтурить объект»), или как PNG.',
      },
    },
  }));
}
