import { ReleaseError } from './release-error.ts';
import { type Keyring, type Metadata, parseMetadata } from './metadata.ts';
import { verifyEd25519, verifySigned } from './signatures.ts';

/** Roles whose files are named by their versions (SPEC 6.1), and are signed as any of the outlet's roots or targets said. */
export type NumberedRole = 'snapshot' | 'targets' | 'addresses';

/**
 * Checks that bytes are metadata in order, signed under one of these roots (or, for `addresses`, delegations), and called
 * by their version.
 * @param name In `release/`.
 * @throws ReleaseError `too-large`, `not-canonical`, `bad-metadata`, `version-mismatch`, `threshold`
 */
export async function verifyNumbered(
  name: string,
  bytes: Uint8Array,
  role: NumberedRole,
  roots: readonly Keyring[],
): Promise<Metadata> {
  const metadata = parseMetadata(bytes, role);
  const { version } = metadata;
  if (name !== `${version}.${role}.json`)
    throw new ReleaseError('version-mismatch', {
      at: role,
      expected: parseInt(name, 10),
      found: version,
    });
  let refused: unknown = new ReleaseError('threshold', { at: role, expected: 1, found: 0 });
  for (const root of roots) {
    try {
      await verifySigned(metadata, root, verifyEd25519);
      return metadata;
    } catch (error) {
      // Another root may know the key that signed.
      refused = error;
    }
  }
  throw refused;
}

/** As {@link verifyNumbered}; undefined for what it refuses. */
export async function readNumbered(
  ...given: Parameters<typeof verifyNumbered>
): Promise<Metadata | undefined> {
  try {
    return await verifyNumbered(...given);
  } catch (error) {
    if (error instanceof ReleaseError) return undefined;
    throw error;
  }
}
