import type { Place } from '@tamizdat/body';
import type { InBoth } from '@tamizdat/problem';
import {
  LEFTOVER_LINES,
  LEFTOVERS,
  mendReference,
  TAGS,
  within,
  type Leftover,
} from './leftovers.ts';

const ENTITY: InBoth = {
  en: 'a code of HTML in place of a character',
  ru: 'код HTML вместо символа',
};

/** References that are read in a text: there only a broken one is printed. */
export const REFERENCE: Leftover = {
  pattern: /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/gi,
  what: ENTITY,
  mend: mendReference,
};
export const BROKEN_REFERENCE: Leftover = {
  pattern:
    /&amp;(?:[a-z]{2,8}|#\d{1,7});|&(?:nbsp|[lr]aquo|[lrb]dquo|[lr]squo|mdash|ndash|quot|hellip|shy)(?!;|[a-z\d]{0,20}=)/gi,
  what: ENTITY,
  mend: (found) => mendReference(found.replace('&amp;', '&')),
};

/** Markdown that works in a text, and is printed in a line that is none. */
export const WORKING: readonly Leftover[] = [
  {
    pattern: /!?\[[^[\]\n]{1,400}\]\([^()\s]{1,600}(?:[ \t]{1,9}["'][^\n"']{0,300}["'])?\)/g,
    what: { en: 'a link of Markdown', ru: 'ссылка Markdown' },
    mend: (found) => /^!?\[([^\]]*)\]/.exec(found)?.[1] ?? '',
  },
  {
    pattern:
      // A star close behind a word or a quotation marks it.
      /(?:(?<![\p{L}\p{M}\p{N}%‰°»”"’)\]*])|(?<=")(?=\*\*[\p{L}\p{N}]))(\*{2,3})(?=[^\s*),.;:!?])[^*\n]{0,400}[^\s*]\1(?!\*)|(?<![\p{L}\p{M}\p{N}%‰°»”"’)\]*])\*(?=[^\s*),.;:!?])[^*\n]{0,400}[^\s*]\*(?!\*)|(?<![\p{L}\p{N}_])__(?=\S)[^_\n]{1,400}__|`[^`\n]{1,400}`|~~[^~\n]{1,400}~~/gu,
    what: { en: 'emphasis of Markdown', ru: 'выделение Markdown' },
    mend: within,
  },
  {
    pattern: /\\[*_#[\]()`~.!<>&|{}"'+-]/g,
    what: { en: 'a backslash of Markdown', ru: 'обратная косая черта Markdown' },
    mend: (found) => found.slice(1),
  },
];

/** What a line that is no text takes for words: references to notes, and tags. */
export const UNREAD: readonly Leftover[] = [
  {
    pattern: /\[\^[^\][\s^]{1,50}\]/g,
    what: { en: 'a footnote of Markdown', ru: 'сноска Markdown' },
    mend: () => '',
  },
  {
    pattern: /^(?:#{2,6}|(?:h[1-6]|bq)\.)[ \t]+(?=\S)/g,
    what: { en: 'a heading', ru: 'разметка заголовка' },
    mend: () => '',
  },
  {
    pattern: new RegExp(`\\\\?</?(?:${TAGS})(?=[\\s/>])[^<>\\n]{0,300}>`, 'gi'),
    what: { en: 'a tag of HTML', ru: 'тег HTML' },
    mend: () => '',
  },
];
/** What is looked for in Markdown. */
export const IN_TEXTS: readonly Leftover[] = [...LEFTOVERS, ...LEFTOVER_LINES, BROKEN_REFERENCE];
export const PLAIN_KINDS: readonly Leftover[] = [
  REFERENCE,
  BROKEN_REFERENCE,
  ...UNREAD,
  ...WORKING,
  ...LEFTOVERS,
];

/** What has a backslash before it is meant to be printed. */
export const unescaped = (prose: string): string => prose.replaceAll(/\\[!-/:-@[-`{-~]/g, '  ');

/** So many of one text: one that was pasted whole would fill the screen. */
const TOLD_MAX = 20;

/** A piece of markup that is printed, and its place in the text. */
export interface Found extends Place {
  kind: Leftover;
}

/** Letters and figures that stars stand for, and places left to be filled in: “с***н”, “«***»”, “8 900 ***-**-12”, “«__» мая”. */
const MASKED = new RegExp(
  [
    String.raw`(?<=\p{L})\*{3,20}(?=\p{L})`,
    String.raw`(?<=["«»„“”'‘’‚‹›(])(?:\*{1,20}|_{1,20})(?=["«»„“”'‘’‚‹›)])`,
    String.raw`(?<![\p{L}\p{N}*])[\d+(][\d*()+ \u00a0.-]{3,30}[\d*](?![\p{L}\p{N}*])`,
    String.raw`(?<![\p{L}\p{N}*])\*[\d*()+ \u00a0.-]{3,30}\d(?![\p{L}\p{N}*])`,
  ].join('|'),
  'gu',
);

/** What is left in a text, of kinds in their order, each sign once. */
export function findAll(written: string, kinds: readonly Leftover[]): Found[] {
  const text = written.replace(MASKED, (found) => found.replaceAll(/[*_]/g, '×'));
  const taken: Found[] = [];
  for (const kind of kinds)
    for (const { 0: found, index } of Array.from(text.matchAll(kind.pattern)).slice(0, TOLD_MAX)) {
      const end = index + found.length;
      const isFree = taken.every((other) => index >= other.end || end <= other.start);
      if (taken.length < TOLD_MAX && isFree) taken.push({ kind, start: index, end });
    }
  return taken;
}
