import { ToldError } from '@tamizdat/problem';
import { createSigningKey } from '../sign/signing-key.ts';
import { formatFingerprint, parseWords, toWords } from './fingerprint.ts';

const WORDS_PER_LINE = 6;

/**
 * Writes the sheet that brings a root key back: plain text, to be printed, never to be kept as a file.
 * In both languages, since nobody knows who will hold it. Lines are at most 72 characters wide.
 */
export function buildRecoverySheet(about: {
  name: string;
  seed: Uint8Array;
  /** Of the outlet, hexadecimal. */
  fingerprint: string;
  count: number;
  threshold: number;
}): string {
  const { name, seed, fingerprint, count, threshold } = about;
  const words = toWords(Buffer.from(seed).toString('hex')).split(' ');
  const numbered = words.map((word, at) => `${String(at + 1).padStart(2)} ${word.padEnd(8)}`);
  const lines = Array.from({ length: words.length / WORDS_PER_LINE }, (_, at) =>
    numbered
      .slice(at * WORDS_PER_LINE, (at + 1) * WORDS_PER_LINE)
      .join(' ')
      .trimEnd(),
  );
  const [first, second] = [fingerprint.slice(0, 32), fingerprint.slice(32)].map(formatFingerprint);
  return `${[
    `TAMIZDAT RECOVERY SHEET                                   SECRET: ${name}`,
    '',
    `This is one of ${count} root keys of an outlet; ${threshold} of them together can replace`,
    'all its other keys. Whoever reads these words has the key. Keep the',
    'sheets of different keys in different places, with different people.',
    'Print it on a printer that keeps no copies, and delete the file.',
    '',
    'ЛИСТ ДЛЯ ВОССТАНОВЛЕНИЯ. Это один из корневых ключей издания (всего',
    `их ${count}); нужно вместе ${threshold}, чтобы заменить все остальные ключи. Кто прочтёт`,
    'эти слова, у того есть ключ. Листы разных ключей держите в разных',
    'местах, у разных людей. Печатайте на принтере, который не хранит',
    'копий, а файл удалите.',
    '',
    'The key, as 24 words / Ключ, 24 слова:',
    '',
    ...lines,
    '',
    `Its id begins with / Начало его id:  ${createSigningKey(seed).id.slice(0, 16)}`,
    '',
    'The outlet’s fingerprint (public; compare it before you sign)',
    'Отпечаток издания (не секрет; сравните его, прежде чем подписывать):',
    '',
    `  ${first ?? ''}`,
    `  ${second ?? ''}`,
  ].join('\n')}\n`;
}

/**
 * Reads the words of a recovery sheet.
 * @returns the 32 bytes of the key's seed
 * @throws ToldError `not-a-recovery-key`, without the words
 */
export function parseRecoveryWords(text: string): Uint8Array {
  try {
    return Buffer.from(parseWords(text.replace(/\d+/g, ' ')), 'hex');
  } catch {
    throw new ToldError(
      'not-a-recovery-key',
      {
        en: 'These are not the 24 words of a recovery sheet, or one is mistyped.',
        ru: 'Это не 24 слова с листа для восстановления, или в каком-то из них опечатка.',
      },
      {
        en: 'Type the words in the order of their numbers, with spaces between.',
        ru: 'Введите слова в порядке их номеров, через пробел.',
      },
    );
  }
}
