import type { LanguageTypography } from './language-typography.ts';

/** The words of a table, for looking up; made once. */
interface BoundWords {
  bound: ReadonlySet<string>;
  afterNumber: ReadonlySet<string>;
  before: ReadonlySet<string>;
}

const wordsOf = new WeakMap<LanguageTypography, BoundWords>();

/** What a word may begin with that is no part of it, an elision before a number among it. */
const OPENING = /^(?:[("'«„“‘‚[¿¡]|\p{L}{1,6}['’](?=\d))+/u;
const CLOSING = /(?<![,;:!?)"'»”“’…\]])[,;:!?)"'»”“’…\]]+$/;
const NUMBER = /^[+−~≈]?\d[\d.,:–—-]*$/;
const ROMAN = /^[IVXLCDM]+$/;

/**
 * Puts a space of no break (U+00A0) in the place of a space where a line must not end: after short words, before a dash,
 * between a number and its unit, initials and a name.
 *
 * @param units The text by UTF-16 code units; changed in place.
 */
export function bindWords(units: string[], language: LanguageTypography): void {
  const spaces = spacesOf(units);
  const words = [...units.join('').matchAll(/\S+/g)];
  const known = boundWords(language);
  for (const [position, { 0: right, index }] of words.entries()) {
    const before = words[position - 1];
    const space = spaces.get(index - 1);
    if (!before || space === undefined || before.index + before[0].length !== index - 1) continue;
    const isFirst = position === 1 && before.index === 0;
    if (binds(before[0], right, isFirst, known, language)) units[space] = '\u00a0';
  }
}

/** The plain spaces of a text: which unit stands at an offset. A unit may be longer than one, or empty. */
function spacesOf(units: readonly string[]): Map<number, number> {
  const spaces = new Map<number, number>();
  let offset = 0;
  for (const [place, unit] of units.entries()) {
    if (unit === ' ') spaces.set(offset, place);
    offset += unit.length;
  }
  return spaces;
}

function boundWords(language: LanguageTypography): BoundWords {
  const known = wordsOf.get(language) ?? {
    bound: new Set(language.bound),
    afterNumber: new Set(language.afterNumber),
    before: new Set(language.before),
  };
  wordsOf.set(language, known);
  return known;
}

function binds(
  left: string,
  right: string,
  isFirst: boolean,
  known: BoundWords,
  { spacedMarks }: LanguageTypography,
): boolean {
  const word = OPENING.test(left) ? left.replace(OPENING, '') : left;
  return (
    isDash(right) ||
    (isFirst && isDash(left)) ||
    known.bound.has(word.toLowerCase()) ||
    (known.before.has(word) && /^[\p{Lu}\d]/u.test(right)) ||
    isQuantity(word, right, known.afterNumber) ||
    isName(word, right) ||
    (spacedMarks !== undefined &&
      (isMark(right, spacedMarks.before) || spacedMarks.after.includes(left.at(-1) ?? '')))
  );
}

/** A mark that stands apart, with what closes behind it: “»,”, “?)”. */
const isMark = (word: string, marks: string): boolean =>
  marks.includes(word.charAt(0)) && !/[\p{L}\p{N}]/u.test(word);

const isDash = (word: string): boolean => word === '–' || word === '—';

/** A number and its unit, the groups of a long number, a century in Roman digits. */
function isQuantity(word: string, right: string, units: ReadonlySet<string>): boolean {
  // Most words are neither: the rest need not be asked.
  if (!NUMBER.test(word) && !ROMAN.test(word)) return false;
  const unit = right.replace(CLOSING, '');
  const isUnit = units.has(unit) || units.has(unit.replace(/\.$/, ''));
  if (isUnit && NUMBER.test(word)) return true;
  if (isUnit && ROMAN.test(word) && unit.endsWith('.')) return true;
  return /^\d{1,3}$/.test(word) && /^\d{3}(?!\d)/.test(right);
}

/** Initials with a name on either side, and abbreviations in one breath. */
function isName(word: string, right: string): boolean {
  if (!word.endsWith('.') && right[1] !== '.') return false;
  if (/^(?:\p{Lu}\.)+$/u.test(word)) return /^\p{Lu}/u.test(right);
  if (/^\p{Lu}\p{Ll}+$/u.test(word)) return /^\p{Lu}\.(?:\p{Lu}\.)*[,;:)]?$/u.test(right);
  return /^\p{Ll}\.$/u.test(word) && /^\p{Ll}\.[,;:)]?$/u.test(right);
}
