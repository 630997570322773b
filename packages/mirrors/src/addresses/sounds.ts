/** What syllables of a language are made of, in Latin letters. */
export interface Sounds {
  onsets: readonly string[];
  vowels: readonly string[];
  /** What may close a syllable; each fourth one is closed. */
  codas: readonly string[];
}

const split = (text: string): string[] => text.split(' ');

/** Kinds of syllables by the language that they sound like. */
export const SOUNDS = {
  russian: {
    onsets: split(
      'b v g d zh z k l m n p r s t f kh ch sh st tr br gr dr kr pr vl sl zv zn pl tv kl',
    ),
    vowels: split('a e i o u ya'),
    codas: split('n r l k t s m v'),
  },
  latin: {
    onsets: split('b c d f g l m n p r s t v qu br cl cr dr fl fr gl gr pl pr sc sp st tr th ph'),
    vowels: split('a e i o u ia'),
    codas: split('n r l s t m x c'),
  },
} as const satisfies Record<string, Sounds>;
