import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import {
  canonicalize,
  fromHex,
  isObject,
  parseCanonical,
  type Shape,
  startShape,
  toHex,
} from '@tamizdat/verify/format';
import { ToldError } from '@tamizdat/problem';
import { sha256 } from '../tree/sha256.ts';

/**
 * The fingerprint of an outlet (SPEC 6.7).
 * @param root The file `1.root.json`.
 * @returns 64 hexadecimal digits
 * @throws ReleaseError `not-canonical`, `bad-metadata`
 */
export function fingerprintOf(root: Uint8Array): string {
  const file = parseCanonical(root, 'root');
  const ensure: Shape = startShape('bad-metadata', 'root');
  ensure(isObject(file) && isObject(file['signed']), 'signed');
  return sha256(canonicalize(file['signed']));
}

/** Writes a fingerprint as people compare it: sixteen groups of four digits. */
export function formatFingerprint(fingerprint: string): string {
  return (fingerprint.match(/.{4}/g) ?? []).join(' ');
}

/** Writes 32 bytes as 24 words (BIP-39, English): a fingerprint, or a key on a recovery sheet. */
export function toWords(hex: string): string {
  return entropyToMnemonic(fromHex(hex), wordlist);
}

/**
 * Reads 32 bytes that somebody typed: 64 digits, in groups or not, or 24 words in any case.
 * @returns hexadecimal
 * @throws ToldError `not-a-fingerprint`; the text is not repeated, as it may be a secret
 */
export function parseWords(text: string): string {
  const digits = text.replace(/[\s:-]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  try {
    const entropy = mnemonicToEntropy(text.trim().toLowerCase().split(/\s+/).join(' '), wordlist);
    if (entropy.length === 32) return toHex(entropy);
  } catch {
    // Said below.
  }
  throw new ToldError(
    'not-a-fingerprint',
    {
      en: 'These are neither 64 hexadecimal digits nor 24 words, or a word is mistyped.',
      ru: 'Это не 64 шестнадцатеричные цифры и не 24 слова, или в каком-то слове опечатка.',
    },
    {
      en: 'Copy it again, whole. Example: 24 words from “abandon” to “zoo”, with spaces between.',
      ru: 'Скопируйте его ещё раз, целиком. Например, 24 слова от “abandon” до “zoo” через пробел.',
    },
  );
}
