import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { SLUG_MAX } from './limits.ts';

// Fragments are ASCII: messengers and mail clients cut or percent-encode others. After common newsroom practice
// (close to ICAO Doc 9303 for Russian), one table a language where letters are read differently.
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  'а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ә a ғ g қ q ң n ө o ұ u ү u һ h ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz'
    .split(' ')
    .reduce<[string, string][]>((pairs, word, index, words) => {
      if (index % 2 === 0) pairs.push([word, (words[index + 1] ?? '').replace('_', '')]);
      return pairs;
    }, []),
);

const BY_LANGUAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  uk: { г: 'h', и: 'y' },
  be: { г: 'h' },
  bg: { щ: 'sht', ъ: 'a' },
};

function transliterate(text: string, lang: string): string {
  const special = BY_LANGUAGE[lang.split('-')[0]?.toLowerCase() ?? ''] ?? {};
  return Array.from(text)
    .map((letter) => special[letter] ?? CYRILLIC[letter] ?? letter)
    .join('');
}

/**
 * A text in ASCII kebab-case, of any length: Cyrillic is transliterated, Latin loses its accents. Empty where nothing of
 * it can be written so.
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
