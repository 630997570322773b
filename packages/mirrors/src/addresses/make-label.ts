import { randomBytes, randomInt } from 'node:crypto';
import { toWords } from '@tamizdat/release';
import { LABEL_BITS, LABEL_TRIES, LABEL_WORDS } from '../limits.ts';
import { AddressError } from './address-error.ts';
import { SOUNDS, type Sounds } from './sounds.ts';

/** What names are made of: English words, or syllables that sound like a language's. */
export const LABEL_KINDS = ['latin', 'russian', 'words'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** Where chance comes from. */
export interface Chance {
  /** A whole number from 0, below the one given; each as likely as the others. */
  below: (count: number) => number;
  /** So many bytes, hexadecimal. */
  hex: (bytes: number) => string;
}

/** The system's generator, which nobody foretells. */
export const SYSTEM_CHANCE: Chance = {
  below: (count) => randomInt(count),
  hex: (bytes) => randomBytes(bytes).toString('hex'),
};

/**
 * Makes the first part of a host's name: at least {@link LABEL_BITS} bits of chance, in a form that varies, so that no
 * name tells the next one and no rule of letters finds them all.
 * @param isRefused Whether a name was given before, or says whose it is.
 * @throws AddressError `names-exhausted`
 */
export function makeLabel(
  kind: LabelKind,
  isRefused: (label: string) => boolean,
  chance: Chance = SYSTEM_CHANCE,
): string {
  for (let tried = 0; tried < LABEL_TRIES; tried += 1) {
    const label = kind === 'words' ? joinWords(chance) : joinSyllables(SOUNDS[kind], chance);
    if (!isRefused(label)) return label;
  }
  throw new AddressError('names-exhausted', String(LABEL_TRIES));
}

/** Words of 11 bits each (BIP-39, English): all but the last of the 24 hold chance alone. */
function joinWords(chance: Chance): string {
  const words = toWords(chance.hex(32)).split(' ').slice(0, LABEL_WORDS);
  return words.map((word, at) => (at > 0 && chance.below(2) === 1 ? `-${word}` : word)).join('');
}

function joinSyllables({ onsets, vowels, codas }: Sounds, chance: Chance): string {
  const pick = (from: readonly string[]): string => from[chance.below(from.length)] ?? '';
  const each = Math.log2(onsets.length * vowels.length);
  const count = Math.ceil(LABEL_BITS / each) + chance.below(2);
  return Array.from({ length: count }, () => {
    const open = pick(onsets) + pick(vowels);
    return chance.below(4) === 0 ? open + pick(codas) : open;
  }).join('');
}
