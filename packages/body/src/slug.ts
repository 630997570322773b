import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { SLUG_MAX } from './limits.ts';

// Fragments are ASCII: messengers and mail clients cut or percent-encode others. After common newsroom practice
// (close to ICAO Doc 9303 for Russian), one table a language where letters are read differently.
const LETTERS = table(
  'а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ә a ғ g қ q ң n ө o ұ u ү u һ h ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz',
  // Latin ones that Unicode does not take apart.
  'đ d ð d ł l ø o æ ae œ oe ß ss þ th ı i ħ h ŧ t ŋ ng ĸ k ə e ɓ b ɗ d ɖ d ɛ e ƒ f ɣ gh ɨ i ƙ k ɲ ny ɔ o ʋ v ƴ y ʻ _ ʼ _',
);

/** Serbian has both alphabets: a word is the same in either. */
const SERBIAN = table('đ dj ж z х h ц c ч c ш s');
const BY_LANGUAGE: Readonly<Record<string, Letters>> = {
  uk: table('г h и y'),
  be: table('г h'),
  bg: table('щ sht ъ a'),
  sr: SERBIAN,
  sh: SERBIAN,
  bs: SERBIAN,
  cnr: SERBIAN,
  hr: SERBIAN,
  de: table('ä ae ö oe ü ue'),
  da: table('å aa ø oe'),
};

type Letters = Readonly<Record<string, string>>;

/** Each letter and what it becomes; `_` is nothing. */
function table(...rows: string[]): Letters {
  const words = rows.join(' ').split(' ');
  return Object.fromEntries(
    words.flatMap((word, index) =>
      index % 2 === 0 ? [[word, (words[index + 1] ?? '').replace('_', '')]] : [],
    ),
  );
}

function transliterate(text: string, lang: string): string {
  const special = BY_LANGUAGE[lang.split('-')[0]?.toLowerCase() ?? ''] ?? {};
  return Array.from(text)
    .map((letter) => special[letter] ?? LETTERS[letter] ?? letter)
    .join('');
}

/**
 * A text in ASCII kebab-case, of any length: Cyrillic and the letters that Latin alphabets have of their own are
 * transliterated, other accents go. Empty where nothing of it can be written so.
 */
export function latinWords(text: string, lang: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  const latin = transliterate(lower, lang).normalize('NFD').replaceAll(/\p{M}/gu, '');
  return latin.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

/**
 * An ASCII kebab-case slug of a heading: as {@link latinWords}; a script that cannot be transliterated gives eight hex
 * digits of the text's SHA-256.
 */
export function buildSlug(text: string, lang: string): string {
  const words = latinWords(text, lang);
  if (words === '') {
    const lower = text.normalize('NFC').toLowerCase();
    return bytesToHex(sha256(utf8ToBytes(lower))).slice(0, 8);
  }
  return words.length <= SLUG_MAX ? words : words.slice(0, SLUG_MAX).replace(/-[^-]*$/, '');
}
