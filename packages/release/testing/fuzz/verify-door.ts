import { decodeNode, encodeCanonical, parseCanonical } from '@tamizdat/verify/format';
import {
  parseBundle,
  parseClaim,
  parseMetadata,
  parseMirrors,
  parseRelease,
  parseRoot,
  ReleaseError,
} from '@tamizdat/verify';
import { encodeNode } from '../../src/node/encode-node.ts';

/** What reads bytes that nobody has verified. The first byte of an input chooses; its high bit asks for canonical JSON. */
const PARSERS: readonly ((bytes: Uint8Array<ArrayBuffer>) => unknown)[] = [
  (bytes) => {
    ensureSame(bytes, encodeNode(decodeNode(bytes)));
  },
  (bytes) => {
    ensureSame(bytes, encodeCanonical(parseCanonical(bytes, 'fuzz')));
  },
  parseBundle,
  parseRelease,
  parseMirrors,
  parseRoot,
  (bytes) => {
    parseClaim(parseMetadata(bytes, 'timestamp'), 'meta', 'snapshot.json');
  },
  (bytes) => {
    parseClaim(parseMetadata(bytes, 'targets'), 'targets', 'release.json');
  },
];

/** How many kinds of input there are. */
export const KINDS = PARSERS.length;

/**
 * A target for a coverage-guided fuzzer (README, “Fuzzing”): whatever comes, bytes are either taken, as the only
 * encoding of what they stand for, or refused by a ReleaseError.
 */
export async function fuzz(input: Uint8Array): Promise<void> {
  const [kind = 0, ...rest] = input;
  const bytes = Uint8Array.from(rest);
  try {
    // Few changes leave JSON canonical: without this, hardly any would come further than that.
    await PARSERS[kind % KINDS]?.(kind < 128 ? bytes : makeCanonical(bytes));
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
  }
}

function makeCanonical(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  try {
    return encodeCanonical(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return bytes;
  }
}

function ensureSame(bytes: Uint8Array, again: Uint8Array): void {
  if (Buffer.compare(bytes, again) !== 0) throw new Error('A second encoding was taken.');
}
