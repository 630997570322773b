import { respellPlain, respellWritten } from './respell.ts';

/** Letters that Unicode does not take apart, each with what people type for it on another keyboard. */
const PLAIN = new Map(
  'łl øo đd ðd ħh ŧt ıi ŋn ĸk əe ßss æae œoe þth ςσ ґг қк ғг ңн үу ұу өо әа һх ҳх ҷч ٱا یي ىي کك ھه ہه'
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
/** Letters in Unicode's eyes that people write for an apostrophe (Ukrainian п’ять) or that only stretch a word. */
const APOSTROPHES = /[\u02b9-\u02bf\u02c8\ua78b\ua78c]/g;
const INVISIBLE = /[\p{Cf}\u0640]/gu;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Arabic, Persian, Hindi and Bengali digits. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** Whether something stands here that can be searched for: a dash or a row of stars between spaces cannot. */
export function isWord(token: string): boolean {
  return WORD.test(token);
}

/**
 * The runs of letters and digits in a word between two spaces, folded so that every way of writing it gives the same:
 * without stress, accents and invisible characters, in ordinary letters and digits. “O’Sullivan’s” has three.
 * Capital letters stay.
 * @param language BCP 47
 */
export function foldRuns(token: string, language: string): string[] {
  const text = token.normalize('NFC').replace(APOSTROPHES, "'").replace(INVISIBLE, '');
  return (text.match(RUN) ?? [])
    .map((run) => respellPlain(foldLetters(respellWritten(run, language)), language))
    .filter((run) => run !== '');
}

function foldLetters(run: string): string {
  return Array.from(
    run.normalize('NFKD').replace(DIGITS, plainDigit),
    (letter) => PLAIN.get(letter.toLowerCase()) ?? letter,
  )
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code < 0x900 ? code : code - 6) & 15);
}
