/** A 1-based place in a text; columns in UTF-16 code units. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Gives the place of an offset (UTF-16 code units) in `text`. Lines end with LF. */
export function findTextPosition(text: string, offset: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (
    let end = text.indexOf('\n');
    end !== -1 && end < offset;
    end = text.indexOf('\n', end + 1)
  ) {
    line += 1;
    lineStart = end + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

const FOUND_LENGTH = 80;

/** Shortens a found value for a message; control and bidi characters become visible escapes. */
export function shortenFound(value: string): string {
  const cut = value.length > FOUND_LENGTH ? `${value.slice(0, FOUND_LENGTH)}…` : value;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
