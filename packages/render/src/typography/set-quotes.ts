import type { LanguageTypography } from './language-typography.ts';

/** After these, a language's own opening marks, or at the start of a text, a straight mark opens a quotation. */
const OPENER = /[\s\p{Ps}\p{Pi}\p{Pd}¿¡/]/u;
/** Marks of the sentence: where nothing is open, a straight mark between one and a word can only open. */
const MARK = /[\p{Po}\p{S}]/u;
/** Words that begin with an apostrophe. */
const CLIPPED =
  /^(?:em|tis|tisn|twas|twasn|twere|twould|twill|till?|cause|cos|n|round|bout|neath|gainst|nuff)\b/i;
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;

/** Which of the two pairs a quotation that is open was opened with. */
type Level = 0 | 1;

/**
 * Turns straight marks into a language's quotation marks and apostrophes. A mark that cannot be told (an inch, the end of
 * what never began) stays as it is.
 *
 * @param units The text by UTF-16 code units; changed in place, a unit may become more than one.
 */
export function setQuotes(units: string[], language: LanguageTypography): void {
  // What one mark is can make clear what another is; each round leaves fewer.
  for (let left = countStraight(units), before = Infinity; left > 0 && left < before;) {
    setOnce(units, language);
    before = left;
    left = countStraight(units);
  }
}

const countStraight = (units: readonly string[]): number =>
  units.reduce((count, unit) => (unit === '"' || unit === "'" ? count + 1 : count), 0);

function setOnce(units: string[], language: LanguageTypography): void {
  const open: Level[] = [];
  for (const [place, unit] of units.entries()) {
    const around = { units, place, previous: units[place - 1], next: units[place + 1] };
    if (unit === '"') units[place] = doubleMark(around, open, language);
    else if (unit === "'") units[place] = singleMark(around, open, language);
    else followMark(unit, around, open, language);
  }
}

interface Around {
  units: readonly string[];
  place: number;
  previous: string | undefined;
  next: string | undefined;
}

/** A mark opens a quotation after a space, an opening mark or an elision, and before a word. */
function opens(around: Around, { quotes, elides }: LanguageTypography): boolean {
  const { units, place, previous, next } = around;
  if (next === undefined || /\s/.test(next)) return false;
  if (previous === undefined) return true;
  // “ opens in one language what it closes in another.
  if (quotes.some(([, mark]) => mark.trim() === previous.trim())) return false;
  if (OPENER.test(previous) || quotes.some(([mark]) => mark.trim() === previous.trim()))
    return true;
  return elides === true && /['’]/.test(previous) && LETTER.test(units[place - 2] ?? '');
}

function doubleMark(around: Around, open: Level[], language: LanguageTypography): string {
  const { quotes } = language;
  const { previous = '', next = '' } = around;
  const isFirst = open.length === 0 && MARK.test(previous) && WORD.test(next);
  if (isFirst || opens(around, language)) {
    const level = open.at(-1) === 0 ? 1 : 0;
    open.push(level);
    return quotes[level][0];
  }
  const level = open.pop();
  return level === undefined ? '"' : quotes[level][1];
}

function singleMark(around: Around, open: Level[], language: LanguageTypography): string {
  const { units, place, previous = '', next = '' } = around;
  if (LETTER.test(previous) && LETTER.test(next)) return '’';
  if (language.elides && LETTER.test(previous) && isElided(units, place + 1)) return '’';
  if (!language.singleQuotes) return "'";
  if (opens(around, language)) {
    const following = units.slice(place + 1, place + 7).join('');
    if (/^\d/.test(following) || CLIPPED.test(following)) return '’';
    open.push(1);
    return language.quotes[1][0];
  }
  if (open.at(-1) === 1) {
    open.pop();
    return language.quotes[1][1];
  }
  return LETTER.test(previous) || LETTER.test(next) ? '’' : "'";
}

/** What an elision stands before: a number, or a word in quotation marks. */
const isElided = (units: readonly string[], at: number): boolean =>
  /[\d«“„‘]/.test(units[at] ?? '') || (units[at] === '"' && /\S/.test(units[at + 1] ?? ''));

/** Keeps count of the marks that a writer set. */
function followMark(
  unit: string,
  { next = '' }: Around,
  open: Level[],
  { quotes }: LanguageTypography,
): void {
  const level = open.at(-1);
  if (level !== undefined && unit === quotes[level][1].trim()) {
    if (unit !== '’' || !LETTER.test(next)) open.pop();
    return;
  }
  const opened = quotes.findIndex(([mark]) => mark.trim() === unit);
  if (opened === 0 || opened === 1) open.push(opened);
}
