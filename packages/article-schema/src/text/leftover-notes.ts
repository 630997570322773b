import { inspectBody, type ImageFact, type Place } from '@tamizdat/body';
import { shorten } from '../characters/count.ts';
import { pointAt } from '../lint/prose.ts';
import type { InBoth } from '@tamizdat/problem';
import { EMPHASIS } from './leftover-emphasis.ts';
import {
  LEFTOVER_LINES,
  LEFTOVERS,
  mendReference,
  TAGS,
  within,
  type Leftover,
} from './leftovers.ts';
import type { TextNote } from './text-notes.ts';

const ENTITY: InBoth = {
  en: 'a code of HTML in place of a character',
  ru: 'код HTML вместо символа',
};

/** References that are read in a text: there only a broken one is printed. */
const REFERENCE: Leftover = {
  pattern: /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/gi,
  what: ENTITY,
  mend: mendReference,
};
const BROKEN_REFERENCE: Leftover = {
  pattern:
    /&amp;(?:[a-z]{2,8}|#\d{1,7});|&(?:nbsp|[lr]aquo|[lrb]dquo|[lr]squo|mdash|ndash|quot|hellip|shy)(?!;|[a-z\d]{0,20}=)/gi,
  what: ENTITY,
  mend: (found) => mendReference(found.replace('&amp;', '&')),
};

/** Markdown that works in a text, and is printed in a line that is none. */
const WORKING: readonly Leftover[] = [
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
const UNREAD: readonly Leftover[] = [
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
const IN_TEXTS: readonly Leftover[] = [...LEFTOVERS, ...LEFTOVER_LINES, BROKEN_REFERENCE];
const PLAIN_KINDS: readonly Leftover[] = [
  REFERENCE,
  BROKEN_REFERENCE,
  ...UNREAD,
  ...WORKING,
  ...LEFTOVERS,
];

/** A line without its markup: what mends a text leaves Markdown, which is taken out in its turn. */
function plainOf(line: string): string {
  let plain = line;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const before = plain;
    const marked = [REFERENCE, BROKEN_REFERENCE, ...UNREAD, ...LEFTOVERS.filter(isInline)];
    plain = [...marked, ...WORKING, ...UNREAD].reduce(
      (text, { pattern, mend }) => text.replace(pattern, mend),
      plain,
    );
    if (plain === before) break;
  }
  return plain
    .replaceAll(/(?<![\p{L}\p{M}\p{N}%‰°»”"’)\]*])\*{2,3}(?=[\p{L}\p{N}])/gu, '')
    .replaceAll(/(?<=\S) {2,}(?=\S)/g, ' ')
    .trim();
}

/** Markup may stand in markup so many times. */
const TURNS = 4;

/** What works in a text by lines of its own, or by a sign more, is no better in a line that is none. */
const isInline = ({ mend }: Leftover): boolean => !/[\n\\]/.test(mend('**') + mend('<b'));

/** How what is found in a kind of text is told. */
interface Telling {
  remedy: InBoth;
  /** Whether all that is found in a line is mended in its example: where nothing else of it could be code. */
  mendsLine: boolean;
}

const IN_MARKDOWN: Telling = {
  remedy: {
    en: 'Write it so that it works; what is to be printed as it stands gets a backslash before its sign, or stands between two “`” as code.',
    ru: 'Напишите так, чтобы оно работало; если это и нужно напечатать, поставьте перед знаком обратную косую черту или заключите всё в «`».',
  },
  mendsLine: false,
};
const IN_PLAIN: Telling = {
  remedy: {
    en: 'Write it as it is to be read: Markdown and HTML mean nothing in this field.',
    ru: 'Напишите так, как это прочтут: Markdown и HTML в этом поле ничего не значат.',
  },
  mendsLine: true,
};

/**
 * What is left of markup in what readers see of a Markdown text; `prose` is the text with all else blanked, `markdown`
 * the text itself, from which examples are taken.
 */
export function leftoverNotes(prose: string, markdown = prose): TextNote[] {
  return notesOf(unescaped(prose), markdown, IN_TEXTS, IN_MARKDOWN);
}

/** What has a backslash before it is meant to be printed. */
const unescaped = (prose: string): string => prose.replaceAll(/\\[!-/:-@[-`{-~]/g, '  ');

/** The same of a line that is printed as it stands, such as a headline. */
export function plainLeftoverNotes(line: string): TextNote[] {
  return notesOf(line, line, PLAIN_KINDS, IN_PLAIN);
}

/** The same of the captions under pictures: Markdown’s rules end where the title of a picture (CommonMark 6.4) begins. */
export function captionNotes({ title = '', at }: Pick<ImageFact, 'title' | 'at'>): TextNote[] {
  return plainLeftoverNotes(title).map((note) => ({ ...note, at }));
}

/** So many of one text: one that was pasted whole would fill the screen. */
const TOLD_MAX = 20;

/** A piece of markup that is printed, and its place in the text. */
interface Found extends Place {
  kind: Leftover;
}

function notesOf(
  text: string,
  written: string,
  kinds: readonly Leftover[],
  telling: Telling,
): TextNote[] {
  const taken = findAll(text, kinds);
  const ordered = [...taken].sort((one, other) => one.start - other.start);
  return taken.map((found) => {
    const line = lineAround(written, found);
    const mended = telling.mendsLine
      ? plainOf(written.slice(line.start, line.end))
      : mendedText(written, line, ordered);
    return noteOf(found.kind, written, found, mended, telling.remedy);
  });
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

function findAll(written: string, kinds: readonly Leftover[]): Found[] {
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

/** The line to propose; where its signs would be printed all the same, as the settled text has them, with backslashes. */
function mendedText(written: string, line: Place, ordered: readonly Found[]): string {
  const mended = rightLine(mendedLine(written, line, ordered));
  const inLine = ordered.filter(({ start, end }) => start >= line.start && end <= line.end);
  const meant = inLine.filter(({ kind }) => kind.what === EMPHASIS);
  const signs = meant.map(({ start, end }) => written.slice(start, end).replaceAll(/[^*_]/g, ''));
  const left = signsIn(written.slice(line.start, line.end)) - signs.join('').length;
  const isMended = meant.length === 0 || signsIn(mended) <= Math.max(0, left);
  return isMended ? mended : rightLine(mendedLine(written, line, ordered.map(asPrinted)));
}

/** How many signs of emphasis readers would see, of those without a backslash. */
const signsIn = (line: string): number =>
  unescaped(inspectBody(line).prose).replaceAll(/[^*_]/g, '').length;

/** A line that is proposed, as it is when nothing more is found in it; empty where there is always more. */
function rightLine(line: string): string {
  let right = line;
  for (let turn = 0; turn < TURNS && right.length <= EXAMPLE_MAX; turn += 1) {
    const found = findAll(unescaped(inspectBody(right).prose), IN_TEXTS);
    if (found.length === 0) return right;
    found.sort((one, other) => one.start - other.start);
    const line = { start: 0, end: right.length };
    const next = mendedLine(right, line, found);
    const isStuck = next === right || turn >= TURNS / 2;
    right = isStuck ? mendedLine(right, line, found.map(asPrinted)) : next;
  }
  return right.length > EXAMPLE_MAX ? right : '';
}

/** Signs that emphasise nothing wherever they stand are to be printed: each gets a backslash. */
const asPrinted = (found: Found): Found =>
  found.kind.what === EMPHASIS
    ? { ...found, kind: { ...found.kind, mend: (text) => text.replaceAll(/[*_]/g, '\\$&') } }
    : found;

/** The line, or lines, in which a place of a text stands. */
function lineAround(text: string, { start, end }: Place): Place {
  const lineEnd = text.indexOf('\n', end);
  return {
    start: text.lastIndexOf('\n', start - 1) + 1,
    end: lineEnd === -1 ? text.length : lineEnd,
  };
}

/** A line with all that was found in it mended, so that it is right as a whole. */
function mendedLine(text: string, line: Place, ordered: readonly Found[]): string {
  let at = line.start;
  const parts: string[] = [];
  for (const { start, end, kind } of ordered) {
    if (start < line.start || end > line.end) continue;
    parts.push(text.slice(at, start), kind.mend(text.slice(start, end)));
    at = end;
  }
  return parts.join('') + text.slice(at, line.end);
}

function noteOf(
  { what, severity = 'warning' }: Leftover,
  text: string,
  { start, end }: Place,
  line: string,
  remedy: InBoth,
): TextNote {
  const shown = shorten(text.slice(start, end).trim());
  const { start: from, end: to } = lineAround(text, { start, end });
  const isSame = line.trim() === text.slice(from, to).trim();
  const example = isSame ? '' : line.trim().slice(0, EXAMPLE_MAX).toWellFormed();
  return {
    code: 'text-markup-printed',
    severity,
    at: pointAt(text, start),
    found: shown,
    message: `“${shown}” is printed as it stands: it looks like ${what.en}.`,
    remedy: remedy.en,
    ru: {
      message: `«${shown}» напечатают как есть: похоже, это ${what.ru}.`,
      remedy: remedy.ru,
    },
    ...(example === '' ? {} : { example }),
  };
}

/** UTF-16 code units of an example: a line to copy, not a paragraph. */
const EXAMPLE_MAX = 300;
