import type { InBoth } from '@tamizdat/problem';
import type { Leftover } from './leftovers.ts';

export const EMPHASIS: InBoth = {
  en: 'emphasis whose signs stand between a letter and another mark, or beside a space',
  ru: 'выделение, знаки которого стоят между буквой и другим знаком или у пробела',
};

/** Behind these, stars hide letters (“F**k”, “А***”) or mark what they follow («Дождь»**): they begin no emphasis. */
const MARKED = String.raw`\p{L}\p{M}\p{N}\p{Pe}\p{Pf}%‰°*`;
/** Marks that begin a quotation in one language and end it in another: only a word close behind says which. */
const EITHER = String.raw`"'\p{Pi}.,:;!?…`;
/** A quotation that begins here, whatever stands before. */
const QUOTED = String.raw`["«“„][\u00A0\u202F]?[\p{L}\p{N}]`;

/** Where two stars may begin emphasis: a place of no length. */
const OPENS = String.raw`(?:(?<![^\s\p{Ps}\p{Pd}])(?=\*\*[ \t]?[^\s*,.;:!?)\]])|(?<=\p{L})(?=\*\*${QUOTED})|(?<![${MARKED}])(?=\*{2,3}(?:[\p{L}\p{N}]|${QUOTED}))|(?<![${MARKED}${EITHER}])(?=\*{2,3}[^\s*,.;:!?)\]]))`;

/** Emphasis in pairs of signs that Markdown takes for none. */
export const EMPHASIS_PAIRS: readonly Leftover[] = [
  {
    // Word processors carry emphasis over to the mark behind a word, and begin it there. Before a comma or a full stop two
    // stars may be a note’s, as after names of outlets.
    pattern:
      /(?<=[\p{L}\p{N}\p{Pf}"”)])(?:(\*{1,3})[.,:;!?…]{1,3}\1|\*\*(?=[:!?…])[^*\n]{2,400}[^\s*]\*\*)(?!\*)[ ]?/gu,
    what: EMPHASIS,
    mend: mendEmphasis,
  },
  {
    pattern: new RegExp(
      String.raw`${OPENS}(\*{2,3})(?!\*)[^*\n]{1,400}\1(?!\*)[ ]?|(?<![\p{L}\p{N}_])__(?=\S)[^_\n]{1,400}__(?!_)[ ]?`,
      'gu',
    ),
    what: EMPHASIS,
    mend: mendEmphasis,
  },
  {
    pattern:
      /(?:(?<![\p{L}\p{N}\p{P}])\*(?=\S)|(?<=\p{L})\*(?=["«“„][\u00A0\u202F]?[\p{L}\p{N}]))[^*\n]{0,400}[^\s*]\*(?!\*)|(?<!\S)\*(?=["«“„]?\p{L}\p{L})[^*\n]{1,400}[ ]\*(?:[ ]|$)|(?<![\p{L}\p{N}_@/.-])_(?=[^\s_])[^_\n]{0,400}[^\s_]_(?!_)/gu,
    what: EMPHASIS,
    mend: mendEmphasis,
  },
];

/** Two stars without others, where they stand behind nothing that they could mark. */
export const LONE_STARS: Leftover = {
  pattern: new RegExp(
    String.raw`(?<![${MARKED}])(?:(?<!\S)|(?=\*\*(?:[\p{L}\p{N}]|${QUOTED})))\*\*(?!\*)`,
    'gu',
  ),
  what: EMPHASIS,
  mend: () => '\\*\\*',
};

const OPENING = /^[.,:;!?…]*[\s"'¿¡\p{Pi}\p{Pf}\p{Ps}]*/u;
const MARK = /[\s\p{P}]/u;

/** The signs inside quotation marks and close to their words, each mark with the space that belongs to it. */
function mendEmphasis(found: string): string {
  const [, signs = '', inner = '', behind = ''] =
    /^(\*{1,3}|_{1,2})(.*)\1([ ]?)$/su.exec(found) ?? [];
  // Of a link or of code the last sign is no mark.
  if (signs === '' || /[`<]|\]\(/.test(inner)) return found;
  const open = OPENING.exec(inner)?.[0] ?? '';
  let end = inner.length;
  while (end > open.length && MARK.test(inner[end - 1] ?? '')) end -= 1;
  const words = inner.slice(open.length, end);
  if (words === '') return /^[.,:;!?…]+$/.test(inner) ? inner + behind : found;
  // A line below emphasises no part of a word.
  const sign = signs.replaceAll('_', '*');
  const tail = inner.slice(end);
  const space = behind !== '' || /[ \t]$/.test(tail) ? ' ' : '';
  return `${open.replace(/^[ \t]+/, '')}${sign}${words}${sign}${tail.replace(/(?<![ \t])[ \t]+$/, '')}${space}`;
}
