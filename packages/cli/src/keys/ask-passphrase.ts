import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { UsageError } from '../frame/usage-error.ts';

/** Name of the variable that holds the passphrase where nobody can be asked. */
const VARIABLE = 'TAMIZDAT_PASSPHRASE';

/**
 * Gives the passphrase of key files: from TAMIZDAT_PASSPHRASE, or asked for on a terminal, where it is not shown.
 * @throws UsageError where there is neither
 */
export async function askPassphrase(): Promise<string> {
  const given = process.env[VARIABLE];
  if (given) return given;
  if (process.stdin.isTTY) return askHidden('Passphrase: ');
  throw new UsageError(
    `The passphrase of the keys is asked for on a terminal, and this is none. Set ${VARIABLE}.`,
  );
}

/**
 * Gives the passphrase for new key files: one that is typed has to be typed twice.
 * @throws UsageError
 */
export async function askNewPassphrase(): Promise<string> {
  const first = await askPassphrase();
  if (process.env[VARIABLE]) return first;
  if (first === (await askHidden('Once more: '))) return first;
  throw new UsageError('The two passphrases differ. Nothing was made.');
}

/**
 * Gives the words of a recovery sheet: from standard input, or asked for on a terminal, where they are not shown.
 */
export async function askWords(): Promise<string> {
  if (process.stdin.isTTY) return askHidden('The 24 words, with spaces between (not shown): ');
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
