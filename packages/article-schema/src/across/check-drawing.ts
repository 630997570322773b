import { shorten } from '../characters/count.ts';
import type { AcrossFinding } from './check-across.ts';

/** What is not allowed in an SVG drawing, at its line in the drawing's own file. `path` is that file's. */
export function checkDrawing(
  path: string,
  problems: readonly { line: number; found: string; message: string }[],
): AcrossFinding[] {
  return problems.map(({ line, found, message }) => ({
    path,
    span: { line, column: 1 },
    finding: {
      code: 'drawing-unusable',
      path: [],
      found: shorten(found),
      message: `The drawing holds “${shorten(found)}”: ${message}`,
      why: 'An SVG is a document: it can run scripts, ask other sites for things, and name who drew it.',
      remedy:
        'Export it as plain SVG without metadata, text turned into paths and styles into attributes (Inkscape: “Optimised SVG”, after “Object to Path”), or export it as PNG.',
    },
  }));
}
