/** A letter of a script that is written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const MARK = '\u200F';

/**
 * Marks both ends of each line that has letters of such a script. Plain text cannot say its direction: browsers set it from
 * left to right, and a full stop would stand at the wrong end (Unicode Bidirectional Algorithm, 2.6). Lines of other
 * letters alone, such as an address, stay as they are, so that what is copied of them is what is shown.
 */
export const markRightToLeft = (text: string): string =>
  text
    .split('\n')
    .map((line) => (RIGHT_TO_LEFT.test(line) ? MARK + line + MARK : line))
    .join('\n');
