/** A 1-based place in a text; columns in UTF-16 code units. */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Gives a function that finds the place of an offset (UTF-16 code units) in `text`, for offsets that do not decrease:
 * together they cost one walk over the text. Lines end with LF.
 */
export function followTextPosition(text: string): (offset: number) => TextPosition {
  let line = 1;
  let lineStart = 0;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    return { line, column: offset - lineStart + 1 };
  };
}

const FOUND_LENGTH = 80;

/** Shortens a found value for a message; control and bidi characters become visible escapes. */
export function shortenFound(value: string): string {
  const cut = value.length > FOUND_LENGTH ? `${value.slice(0, FOUND_LENGTH)}…` : value;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
