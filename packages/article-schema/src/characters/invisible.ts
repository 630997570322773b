/**
 * Characters that show nothing and can make one word of two that look alike (Unicode: Default_Ignorable_Code_Point, and
 * the blank of Braille), without the soft hyphen, which writers set. A flag of a region is a run of them, and whole.
 */
const INVISIBLE =
  /\u{1F3F4}[\u{E0020}-\u{E007E}]{1,16}\u{E007F}|(?!\u00AD)\p{Default_Ignorable_Code_Point}|\u2800/gu;

/** Left-to-right, right-to-left and Arabic letter marks: lines of both directions need them (UAX #9, 2.6). */
const DIRECTION = /[\u061C\u200E\u200F]/;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Letters of scripts that joiners, variation selectors and spaces without width belong to. */
const SCRIPT =
  /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}\p{Default_Ignorable_Code_Point}])[\p{L}\p{M}]/u;
const HANGUL = /(?!\p{Default_Ignorable_Code_Point})\p{Script=Hangul}/u;
const BRAILLE = /[\u2801-\u28FF]/;
const NEVER = /(?!)/;
const either = (...patterns: RegExp[]) =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'u');

/** What has to stand before or after which of them, so that it is needed there (forms and joins of emoji: UTS #51). */
const NEEDS: readonly (readonly [characters: RegExp, before: RegExp, after: RegExp])[] = [
  [/[\u115F\u1160\u3164\uFFA0]/, HANGUL, HANGUL],
  [/\u2800/, BRAILLE, BRAILLE],
  [/[\u{E0000}-\u{E00FF}]/u, NEVER, NEVER],
  [/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u, either(SCRIPT, /[\p{S}\p{Emoji_Modifier}]/u), /\u20E3/],
  [
    /\u200D/,
    either(SCRIPT, /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u),
    either(SCRIPT, /\p{Extended_Pictographic}/u),
  ],
  [/[^]/, SCRIPT, SCRIPT],
];

function isNeeded(character: string, before: string, after: string): boolean {
  const [, needed, followed] = NEEDS.find(([characters]) => characters.test(character)) ?? [];
  return needed?.test(before) === true || followed?.test(after) === true;
}

/** The character before an offset; an offset may stand between the halves of none. */
const before = (line: string, offset: number): string =>
  Array.from(line.slice(Math.max(0, offset - 2), offset)).at(-1) ?? '';

/** The first character of a line that cannot be seen and that no script beside it needs, with its offset in UTF-16 code units. */
export function firstInvisible(line: string): { character: string; offset: number } | undefined {
  let isRightToLeft: boolean | undefined;
  for (const { 0: character, index: offset } of line.matchAll(INVISIBLE)) {
    if (character.startsWith('\u{1F3F4}')) continue;
    const end = offset + character.length;
    const after = String.fromCodePoint(line.codePointAt(end) ?? 0x20);
    if (isNeeded(character, before(line, offset), after)) continue;
    if (DIRECTION.test(character) && (isRightToLeft ??= RIGHT_TO_LEFT.test(line))) continue;
    return { character, offset };
  }
  return undefined;
}
