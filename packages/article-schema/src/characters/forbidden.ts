import type { Point } from '@tamizdat/body';
import type { Finding, Span } from '../problem.ts';

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

/** The first forbidden character of a string, with its offset in UTF-16 code units. */
export function firstForbidden(text: string): { character: string; offset: number } | undefined {
  const offset = text.search(FORBIDDEN);
  return offset === -1 ? undefined : { character: text.charAt(offset), offset };
}

function finding(character: string): Finding {
  if (!character.isWellFormed()) return halfPair(character);
  return BIDI.test(character) ? turning(character) : control(character);
}

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
 * Forbidden characters of a file's text with their places; the first of each line only. CRLF line
 * ends must have been dropped: a lone carriage return is a control character.
 */
export function findForbidden(text: string, firstLine = 1): { finding: Finding; span: Span }[] {
  if (text.search(FORBIDDEN) === -1) return [];
  return text.split('\n').flatMap((line, index) => {
    const column = line.search(FORBIDDEN);
    const character = line[column];
    if (character === undefined) return [];
    return [{ finding: finding(character), span: { line: firstLine + index, column: column + 1 } }];
  });
}

/** Forbidden characters written as HTML references in Markdown, each at a point of it, with its length. */
export function findReferences(text: string): { finding: Finding; at: Point; length: number }[] {
  if (!text.includes('&#')) return [];
  let start = 0;
  return text.split('\n').flatMap((content, index) => {
    const offset = start;
    start += content.length + 1;
    return [...content.matchAll(REFERENCE)].flatMap((match) => {
      const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
      const character = code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
      if (firstForbidden(character) === undefined) return [];
      const at = { line: index + 1, column: match.index + 1, offset: offset + match.index };
      return [{ finding: finding(character), at, length: match[0].length }];
    });
  });
}
