import { formatFingerprint, toWords } from '@tamizdat/release';
import { say } from '../language/say.ts';

const WORDS_PER_LINE = 8;

/** A fingerprint as people compare it, in lines: digits in groups, then 24 words. */
export function describeFingerprint(fingerprint: string): string[] {
  const words = toWords(fingerprint).split(' ');
  const rows = Array.from({ length: words.length / WORDS_PER_LINE }, (_, at) =>
    words.slice(at * WORDS_PER_LINE, (at + 1) * WORDS_PER_LINE).join(' '),
  );
  return [
    `  ${formatFingerprint(fingerprint.slice(0, 32))}`,
    `  ${formatFingerprint(fingerprint.slice(32))}`,
    say({ en: '  or in words:', ru: '  или словами:' }),
    ...rows.map((row) => `  ${row}`),
  ];
}
