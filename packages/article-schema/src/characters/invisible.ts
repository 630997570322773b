/**
 * Characters that show nothing and can make one word of two that look alike (Unicode: Default_Ignorable_Code_Point),
 * without the soft hyphen, which writers set.
 */
const INVISIBLE =
  /[\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2060-\u2064\u206A-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0]|[\u{1D173}-\u{1D17A}\u{E0000}-\u{E01EF}]/gu;

/** Left-to-right, right-to-left and Arabic letter marks: lines of both directions need them (UAX #9, 2.6). */
const DIRECTION = /[\u061C\u200E\u200F]/;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Letters of scripts that joiners, variation selectors and spaces without width belong to. */
const NEEDING =
  /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}]/u;
/** Parts of emoji (UTS #51), and signs that a variation selector follows. */
const SIGN = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{S}\u20E3\uFE0F\u{E0020}-\u{E007F}]/u;

const isNeededBeside = (neighbour: string): boolean =>
  NEEDING.test(neighbour) || SIGN.test(neighbour);

/** The character before an offset; an offset may stand between the halves of none. */
const before = (line: string, offset: number): string =>
  Array.from(line.slice(Math.max(0, offset - 2), offset)).at(-1) ?? '';

/** The first character of a line that cannot be seen and that no script beside it needs, with its offset in UTF-16 code units. */
export function firstInvisible(line: string): { character: string; offset: number } | undefined {
  let isRightToLeft: boolean | undefined;
  for (const { 0: character, index: offset } of line.matchAll(INVISIBLE)) {
    const end = offset + character.length;
    const after = String.fromCodePoint(line.codePointAt(end) ?? 0x20);
    if (isNeededBeside(before(line, offset)) || isNeededBeside(after)) continue;
    if (DIRECTION.test(character) && (isRightToLeft ??= RIGHT_TO_LEFT.test(line))) continue;
    return { character, offset };
  }
  return undefined;
}
