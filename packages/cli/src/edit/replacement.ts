/** A piece of a text and what stands there afterwards; nothing else of the text changes. */
export interface Replacement {
  /** Offsets in UTF-16 code units; equal for what is only put in. */
  start: number;
  end: number;
  text: string;
}

/** The text with its pieces replaced. They may not overlap; their order does not matter. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  const ordered = [...replacements].sort((a, b) => b.start - a.start || b.end - a.end);
  return ordered.reduce(
    (result, { start, end, text: piece }) => result.slice(0, start) + piece + result.slice(end),
    text,
  );
}
