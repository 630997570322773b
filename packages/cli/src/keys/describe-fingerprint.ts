import { formatFingerprint, toWords } from '@tamizdat/release';

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
    '  or in words:',
    ...rows.map((row) => `  ${row}`),
  ];
}
