import { statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { readPlain } from '@tamizdat/files';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** Name of the variable that holds the passphrase where nobody can be asked. */
export const VARIABLE = 'TAMIZDAT_PASSPHRASE';

/** Name of the variable that names a file with it: an environment is shown by `ps e`, and inherited. */
export const FILE_VARIABLE = 'TAMIZDAT_PASSPHRASE_FILE';

/** Bytes of such a file: no passphrase is longer. */
const FILE_MAX_BYTES = 4_096;

/**
 * Gives the passphrase of key files: from TAMIZDAT_PASSPHRASE, from the file that TAMIZDAT_PASSPHRASE_FILE names, without
 * the end of its line, or asked for on a terminal, where it is not shown.
 * @throws UsageError where there is none of them, or everybody can read the file
 */
export async function askPassphrase(): Promise<string> {
  const given = givenPassphrase();
  if (given !== undefined) return given;
  if (process.stdin.isTTY) return askHidden('Passphrase: ');
  throw new UsageError(
    say({
      en: `The passphrase of the keys is asked for on a terminal, and this is none. Set ${FILE_VARIABLE} to a file that holds it (docs/outlet/every-day.en.md), or ${VARIABLE}.`,
      ru: `Пароль ключей спрашивают на терминале, а здесь его нет. Укажите в ${FILE_VARIABLE} файл, где он лежит (docs/outlet/every-day.ru.md), или задайте ${VARIABLE}.`,
    }),
  );
}

/**
 * Gives the passphrase for new key files: one that is typed has to be typed twice.
 * @throws UsageError
 */
export async function askNewPassphrase(): Promise<string> {
  const first = await askPassphrase();
  if (givenPassphrase() !== undefined) return first;
  if (first === (await askHidden(say({ en: 'Once more: ', ru: 'Ещё раз: ' })))) return first;
  throw new UsageError(
    say({
      en: 'The two passphrases differ. Nothing was made.',
      ru: 'Пароли не совпадают. Ничего не создано.',
    }),
  );
}

function givenPassphrase(): string | undefined {
  const file = process.env[FILE_VARIABLE];
  return process.env[VARIABLE] || (file ? readPassphrase(file) : undefined);
}

/** Whether everybody on this machine can read a file of these rights. */
export const isOpenToAll = (mode: number): boolean =>
  // Of the group nothing is said: systemd shows the rights of its credentials to one user there.
  (mode & 0o007) !== 0;

function readPassphrase(file: string): string {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isFile())
    throw new UsageError(
      say({
        en: `${FILE_VARIABLE} names ${file}, and there is no such file.`,
        ru: `${FILE_VARIABLE} указывает на ${file}, а такого файла нет.`,
      }),
    );
  if (isOpenToAll(facts.mode))
    throw new UsageError(
      say({
        en: `Everybody on this machine can read ${file}, which holds the passphrase. Take that away: chmod 0400 ${file}`,
        ru: `Файл ${file} с паролем может прочитать любой на этой машине. Закройте его: chmod 0400 ${file}`,
      }),
    );
  const said = new TextDecoder().decode(readPlain(file, FILE_MAX_BYTES)).replace(/\r?\n$/, '');
  if (said !== '') return said;
  throw new UsageError(
    say({
      en: `${file}, which ${FILE_VARIABLE} names, is empty.`,
      ru: `${file}, на который указывает ${FILE_VARIABLE}, пуст.`,
    }),
  );
}

/**
 * Gives the words of a recovery sheet: from standard input, or asked for on a terminal, where they are not shown.
 */
export async function askWords(): Promise<string> {
  if (process.stdin.isTTY)
    return askHidden(
      say({
        en: 'The 24 words, with spaces between (not shown): ',
        ru: '24 слова через пробел (на экране не видны): ',
      }),
    );
  return text(process.stdin);
}

/** Asks on standard error, so that standard output stays clean; nothing of the answer is echoed. */
async function askHidden(question: string): Promise<string> {
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    // Only now, when the terminal echoes nothing any more: whoever answers at once would see it.
    process.stderr.write(question);
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
