import { existsSync, readFileSync, statSync } from 'node:fs';
import { fingerprintOf, type Known, parseWords, recallTrust, type Source } from '@tamizdat/release';
import { MAX_BYTES, parseRoot, startTrust } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** Who is taken for the publisher. */
export interface Publisher {
  known: Known;
  /** Where somebody named it, or it was remembered. */
  fingerprint?: string;
}

/**
 * Finds out who should have signed: what was given, with what is remembered of it; else whoever the place says it is,
 * if that one was named before. A place that only claims to be a remembered outlet still has to prove it.
 * @param memory Folder of what was seen.
 * @throws UsageError; ToldError where the memory cannot be read
 */
export async function findPublisher(
  given: string | undefined,
  memory: string,
  source: Source,
): Promise<Publisher> {
  if (given !== undefined) return findNamed(given, memory);
  const fingerprint = await readClaim(source);
  const trust = fingerprint && (await recallTrust(memory, fingerprint));
  return trust ? { known: { trust, fingerprint }, fingerprint } : { known: undefined };
}

/**
 * Finds who was given: a file of a root, or a fingerprint, with what is remembered of it.
 * @param memory Folder of what was seen.
 * @throws UsageError; ToldError where the memory cannot be read
 */
export async function findNamed(given: string, memory: string): Promise<Publisher> {
  const root = existsSync(given) ? await readFirstRoot(given) : undefined;
  const fingerprint = root === undefined ? readFingerprint(given) : fingerprintOf(root.bytes);
  const remembered = await recallTrust(memory, fingerprint);
  if (remembered) return { known: { trust: remembered, fingerprint }, fingerprint };
  return {
    known: root ? { trust: startTrust(root.json), fingerprint } : { fingerprint },
    fingerprint,
  };
}

async function readFirstRoot(file: string) {
  const bytes = readStart(file);
  const root = bytes && (await parseRoot(bytes).catch(() => undefined));
  if (bytes && root?.version === 1)
    return { bytes, json: JSON.parse(new TextDecoder().decode(bytes)) as FirstRoot };
  throw new UsageError(
    say({
      en: `${file} is not the first root of an outlet: root.json of its keys, or release/1.root.json of a copy that you trust.`,
      ru: `${file} — не первый корень издания: это root.json его ключей или release/1.root.json копии, которой вы доверяете.`,
    }),
  );
}

/** Reads a file as far as a root may be long; undefined for what is no file. @throws UsageError where it cannot be read */
function readStart(file: string): Uint8Array<ArrayBuffer> | undefined {
  if (!statSync(file).isFile()) return undefined;
  try {
    return new Uint8Array(readFileSync(file).subarray(0, MAX_BYTES.root + 1));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(
      say({ en: `${file} cannot be read: ${code}`, ru: `${file} не читается: ${code}` }),
    );
  }
}

type FirstRoot = Parameters<typeof startTrust>[0];

function readFingerprint(text: string): string {
  try {
    return parseWords(text);
  } catch {
    throw new UsageError(
      say({
        en: `--root is a file or a fingerprint of 64 digits or 24 words, and “${text}” is neither.`,
        ru: `--root — файл или отпечаток из 64 цифр либо 24 слов, а «${text}» — ни то ни другое.`,
      }),
    );
  }
}

/** The fingerprint of the first root that a place has; undefined where it has none. Nothing is believed of it. */
async function readClaim(source: Source): Promise<string | undefined> {
  try {
    const bytes = await source.read('release/1.root.json', MAX_BYTES.root);
    return bytes && fingerprintOf(bytes);
  } catch {
    // Whatever it is, the verification itself meets it again and says so.
    return undefined;
  }
}
