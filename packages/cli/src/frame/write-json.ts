/**
 * Writes JSON for programs that a person may look at too: characters that could change a terminal or the direction of
 * text are escaped, which says the same.
 * @param indent Spaces; 0 for one line.
 */
export function writeJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, undefined, indent).replace(
    /[\u007f-\u009f\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu,
    (text) =>
      text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
