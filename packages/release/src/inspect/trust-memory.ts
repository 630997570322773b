import { join } from 'node:path';
import { isMissing, readPlain, writeWhole } from '@tamizdat/files';
import { encodeCanonical } from '@tamizdat/verify/format';
import { MAX_BYTES, parseRoot, type Trust } from '@tamizdat/verify';
import { ToldError } from '@tamizdat/problem';

/**
 * Recalls what was seen of an outlet, by its fingerprint, so that a rollback shows (SPEC 9.14).
 * @returns undefined for an outlet that was never verified here
 * @throws ToldError `trust-memory` for a file that is not what `rememberTrust` writes: to begin anew unasked would
 *   let an old release through
 */
export async function recallTrust(folder: string, fingerprint: string): Promise<Trust | undefined> {
  return loadTrust(placeOf(folder, fingerprint));
}

/**
 * Loads what was seen of an outlet from a file of its own.
 * @returns undefined where there is no such file
 * @throws ToldError `trust-memory`
 */
export async function loadTrust(path: string): Promise<Trust | undefined> {
  try {
    const text = new TextDecoder().decode(readPlain(path, MAX_TRUST_BYTES));
    const trust = JSON.parse(text) as Trust;
    await parseRoot(encodeCanonical(trust.root));
    const numbers = [...NUMBERS.map((name) => trust[name]), trust.addresses ?? 0];
    if (numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) return trust;
  } catch (error) {
    if (isMissing(error)) return undefined;
    // Said below.
  }
  throw new ToldError(
    'trust-memory',
    {
      en: `${path} does not hold what was seen of this outlet.`,
      ru: `В ${path} лежит не запись о том, что видели у этого издания.`,
    },
    {
      en: 'Delete it to begin anew. The next copy you verify will then be believed even if it is an old one.',
      ru: 'Удалите этот файл, чтобы начать заново. Следующей копии, которую вы проверите, поверят, даже если она старая.',
    },
  );
}

/** A root and some numbers. */
const MAX_TRUST_BYTES = 2 * MAX_BYTES.root;

/** Remembers what a verification gave. To be called only for an outlet whose root somebody named. */
export function rememberTrust(folder: string, fingerprint: string, trust: Trust): void {
  saveTrust(placeOf(folder, fingerprint), trust);
}

/** Writes what was seen of an outlet, for {@link loadTrust}. */
export function saveTrust(path: string, trust: Trust): void {
  writeWhole(path, encodeCanonical(trust));
}

const NUMBERS = ['timestamp', 'snapshot', 'targets', 'release', 'mirrors'] as const;

/** @throws ToldError for what is no fingerprint, and would be a path */
function placeOf(folder: string, fingerprint: string): string {
  if (/^[0-9a-f]{64}$/.test(fingerprint)) return join(folder, `${fingerprint}.json`);
  throw new ToldError(
    'not-a-fingerprint',
    { en: 'A fingerprint has 64 digits.', ru: 'В отпечатке 64 цифры.' },
    { en: 'Copy it again, whole.', ru: 'Скопируйте его ещё раз, целиком.' },
  );
}
