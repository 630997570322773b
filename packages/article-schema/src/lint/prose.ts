import type { Point } from '@tamizdat/body';

/** The place of an offset, as facts about Markdown give it. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1, offset };
}
