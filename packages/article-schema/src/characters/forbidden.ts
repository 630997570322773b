import type { Point } from '@tamizdat/body';
import { firstInvisible } from './invisible.ts';
import { SAME_PROBLEMS_MAX } from '@tamizdat/problem';
import type { Finding, Span } from '@tamizdat/problem';

/**
 * Characters no text needs and that can hide something: C0 and C1 controls (Unicode category Cc)
 * without tab and line feed, line and paragraph separators, interlinear annotation marks, and the
 * explicit bidirectional embeddings, overrides and isolates of UAX #9. Halves of surrogate pairs, which
 * are no characters, are among them.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const BIDI = /[\u202A-\u202E\u2066-\u2069]/;

/** Numeric character references of HTML (`&#8238;`, `&#x202e;`), which Markdown turns into characters. */
const REFERENCE = /&#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}));/g;

/** The Unicode notation of a character, for example `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The first character of a line that is forbidden or, where none is, that cannot be seen; with its offset in UTF-16 code units. */
export function firstHidden(line: string): { character: string; offset: number } | undefined {
  const offset = line.search(FORBIDDEN);
  return offset === -1 ? firstInvisible(line) : { character: line.charAt(offset), offset };
}

function finding(character: string): Finding {
  if (!character.isWellFormed()) return halfPair(character);
  if (character.search(FORBIDDEN) === -1) return invisible(character);
  return BIDI.test(character) ? turning(character) : control(character);
}

const invisible = (character: string): Finding => ({
  code: 'character-invisible',
  severity: 'warning',
  path: [],
  found: codePoint(character),
  message: `A character that nobody sees stands here (${codePoint(character)}).`,
  why: 'Search and readers’ programs take the word for another one, and by such characters a copy can be told from others.',
  remedy: 'Delete it and type the word again.',
  ru: {
    message: `Здесь стоит символ, которого никто не видит (${codePoint(character)}).`,
    why: 'Для поиска и программ чтения это уже другое слово, а ещё по таким символам узнают, чья это копия.',
    remedy: 'Удалите его и наберите слово заново.',
  },
});

const turning = (character: string): Finding => ({
  code: 'character-bidi',
  path: [],
  found: codePoint(character),
  message: `An invisible character that turns the direction of writing stands here (${codePoint(character)}).`,
  why: 'It makes a line read differently from what it says, in the review and on the page.',
  remedy: 'Delete it and type the word again.',
  ru: {
    message: `Здесь стоит невидимый символ, который меняет направление письма (${codePoint(character)}).`,
    why: 'Из-за него строка читается не так, как написана, и при проверке, и на странице.',
    remedy: 'Удалите его и наберите слово заново.',
  },
});

const control = (character: string): Finding => ({
  code: 'character-control',
  path: [],
  found: codePoint(character),
  message: `An invisible control character stands here (${codePoint(character)}).`,
  why: 'It comes from copying out of other programs, and breaks feeds and search.',
  remedy: 'Delete it and type the word again.',
  ru: {
    message: `Здесь стоит невидимый управляющий символ (${codePoint(character)}).`,
    why: 'Такие приходят при копировании из других программ; от них ломаются ленты и поиск.',
    remedy: 'Удалите его и наберите слово заново.',
  },
});

const halfPair = (unit: string): Finding => ({
  code: 'character-surrogate',
  path: [],
  found: codePoint(unit),
  message: `Half a character stands here (${codePoint(unit)}, a lone surrogate).`,
  why: 'No file can hold it: pages, feeds and the search index could not be written.',
  remedy: 'Delete it and type the character itself.',
  ru: {
    message: `Здесь стоит половина символа (${codePoint(unit)}, суррогат без пары).`,
    why: 'Такое нельзя записать ни в один файл: не получится ни страница, ни лента, ни поиск.',
    remedy: 'Удалите её и наберите сам символ.',
  },
});

/** A forbidden character as a finding, for values whose source holds it only as an escape. */
export const forbiddenFinding = finding;

/**
 * Characters of a file's text that are forbidden or cannot be seen, with their places; the first of each line only, and at most SAME_PROBLEMS_MAX.
 * CRLF line ends must have been dropped: a lone carriage return is a control character.
 */
export function findForbidden(text: string, firstLine = 1): { finding: Finding; span: Span }[] {
  const found: { finding: Finding; span: Span }[] = [];
  if (firstHidden(text) === undefined) return found;
  for (const [index, line] of text.split('\n').entries()) {
    const hidden = firstHidden(line);
    if (hidden === undefined) continue;
    const span = { line: firstLine + index, column: hidden.offset + 1 };
    if (found.push({ finding: finding(hidden.character), span }) === SAME_PROBLEMS_MAX) break;
  }
  return found;
}

/**
 * The same written as HTML references in Markdown, each at a point of it, with its length; at most
 * SAME_PROBLEMS_MAX.
 */
export function findReferences(text: string): { finding: Finding; at: Point; length: number }[] {
  if (!text.includes('&#')) return [];
  const found: { finding: Finding; at: Point; length: number }[] = [];
  let start = 0;
  for (const [index, content] of text.split('\n').entries()) {
    for (const match of content.matchAll(REFERENCE)) {
      const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
      const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
      // What stands beside it decides whether it is needed there.
      const end = match.index + match[0].length;
      const before = Array.from(content.slice(Math.max(0, match.index - 2), match.index)).at(-1);
      const after = Array.from(content.slice(end, end + 2))[0];
      const beside = `${before ?? ''}${character}${after ?? ''}`;
      if (firstHidden(beside)?.character !== character) continue;
      const at = { line: index + 1, column: match.index + 1, offset: start + match.index };
      found.push({ finding: finding(character), at, length: match[0].length });
      if (found.length === SAME_PROBLEMS_MAX) return found;
    }
    start += content.length + 1;
  }
  return found;
}
