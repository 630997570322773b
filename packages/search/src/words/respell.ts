/**
 * Pagefind takes every mark off the letters before it takes the endings off the words, so that its stemmers miss
 * endings that are written with й, é, ã or ı and a form of a word no longer finds the others. These spellings, used in
 * the index and in the query alike and never shown, have endings that stand for the same in the stemmer's rules.
 */
type Spelling = readonly [pattern: RegExp, instead: string];

/** Over the word as it is written. Russian: «новый» has the ending of «новые», «рекой» that of «рекою». */
const WRITTEN: Readonly<Record<string, readonly Spelling[]>> = {
  ru: [
    [/([иы])й(?=(?:ся)?$)/i, '$1е'],
    [/й(?=(?:ся)?$)/i, 'ю'],
  ],
};

/** «Đorđe» on a keyboard without đ: both «Djordje» and «Dorde» are typed. */
const DJ: readonly Spelling[] = [[/dj/gi, 'd']];

/**
 * Over the word without its marks. Arabic: the article and what is written together with it, where three letters are left,
 * so that a word is found with it and without; «و», «ب» and others alone begin too many words («وزارة», a ministry, and
 * «زارت», she visited), and «لل» takes a letter of its word along («للجنة», for the committee, and «جنة», paradise). French: «élevées», «première»; Portuguese: «ações». */
const PLAIN: Readonly<Record<string, readonly Spelling[]>> = {
  fr: [
    [/iere(?=s?$)/i, 'ier'],
    [/ee(?=s?$)/i, 'e'],
  ],
  pt: [[/oes$/i, 'ao']],
  sr: DJ,
  hr: DJ,
  bs: DJ,
  sh: DJ,
  cnr: DJ,
  ar: [[/^[وفبك]?ال(?=.{3})/u, '']],
};

/** @param language BCP 47 */
export function respellWritten(word: string, language: string): string {
  return respell(word, WRITTEN[primary(language)] ?? []);
}

/** @param language BCP 47 */
export function respellPlain(word: string, language: string): string {
  if (primary(language) === 'tr') return harmonize(word);
  return respell(word, PLAIN[primary(language)] ?? []);
}

function respell(word: string, spellings: readonly Spelling[]): string {
  return spellings.reduce((text, [pattern, instead]) => text.replace(pattern, instead), word);
}

/** Turkish endings follow the vowel before them; where ı and i are typed alike, that vowel tells which is meant. */
function harmonize(word: string): string {
  let vowel = /[aeou]/i.exec(word)?.[0] ?? 'e';
  return word.replace(/[aeiou]/gi, (letter) => {
    if (/i/i.test(letter)) return /e/i.test(vowel) ? letter : 'ı';
    vowel = letter;
    return letter;
  });
}

/** @param language BCP 47 */
export function primary(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? '';
}
