import type { Point } from '@tamizdat/body';

// Each of these ends at the next character that could begin it, so that no text takes long.
const NOT_PROSE = [
  /^(`{3,}|~{3,})[^]*?^\1/gm,
  /`[^`\n]*`/g,
  /\]\([^()\n]*\)/g,
  /^\[[^\]\n]*\]:.*$/gm,
  /<[^<>\n]*>/g,
  /https?:\/\/\S+/gi,
];

/** Markdown with code, addresses and HTML blanked; every character keeps its offset. */
export function proseOf(markdown: string): string {
  return NOT_PROSE.reduce(
    (text, part) => text.replace(part, (found) => found.replaceAll(/[^\n]/g, ' ')),
    markdown,
  );
}

/** The place of an offset, as facts about Markdown give it. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1, offset };
}
