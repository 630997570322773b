import { primary, respellPlain, respellWritten } from './respell.ts';

/**
 * Letters that Unicode does not take apart, each with what people type for it on another keyboard: of Latin and African
 * alphabets, of Cyrillic ones with і, ї, є (after their dots), hooks and tails, and of Arabic ones.
 */
const PLAIN = new Map(
  [
    'łl øo đd ðd ħh ŧt ıi ŋn ĸk əe ǝe ßss æae œoe þth ɓb ɗd ɖd ɛe ƒf ɣg ɠg ɨi ɩi ƙk ƚl ɫl ɲn ɔo ƥp ƭt ʉu ʊu ʋv ƴy ƶz ȥz ʒz',
    'ƀb ƈc ȼc ɇe ǥg ɉj ʄj ꞑn ɍr ꝗq',
    'ґг қк ғг ңн үу ұу өо әа һх ҳх ҷч җж ҙз ҫс ҡк ҥн ҕг ҝк ҟк ҩо ҽе ҿе ӡз ӷг ӻг ӽх ӿх ҵц ҭт ԥп ҧп ҹч ҏр ӎм ӊн ӈн ӄк ӆл ԓл ԯл ԡл іи єе ӏ1',
    'ςσ ٱا یي ىي کك ھه ہه ەه ڵل ڕر ۆو ێي ۇو ۈو ۋو ېي ڭك',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
/** Letters that tell words apart where every keyboard has them: Ukrainian «кіт» is a cat and «кит» a whale. */
const KEPT: Readonly<Record<string, string>> = { uk: 'іє', rue: 'іє' };
/** Fractions, and powers of numbers, which people type with a sign between: “1/2”, “10^6”. */
const FRACTION = /[\u00bc-\u00be\u2150-\u215e\u2189]/g;
const POWER = /(?<=\p{N})[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]/u;
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
  const text = token
    .normalize('NFC')
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, '')
    .replace(FRACTION, (fraction) => ` ${fraction.normalize('NFKD')} `)
    .replace(POWER, ' $&');
  return (text.match(RUN) ?? [])
    .map((run) => respellPlain(foldLetters(respellWritten(run, language), language), language))
    .filter((run) => run !== '');
}

function foldLetters(run: string, language: string): string {
  const kept = KEPT[primary(language)] ?? '';
  return Array.from(run.normalize('NFKD').replace(DIGITS, plainDigit), (letter) => {
    const small = letter.toLowerCase();
    return kept.includes(small) ? letter : (PLAIN.get(small) ?? letter);
  })
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code < 0x900 ? code : code - 6) & 15);
}
