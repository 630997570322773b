import { type JsonObject, parseCanonical } from '@tamizdat/verify/format';
import { type Head, ReleaseError, startTrust, type Trust, verifyHead } from '@tamizdat/verify';
import type { Bytes } from '../sign/sign-metadata.ts';
import type { SignedHead } from '../sign/signed-head.ts';

/** What the beginning of all trust in an outlet is: its first root. */
export function startWith(roots: readonly Bytes[]): Trust {
  return startTrust(parseCanonical(roots[0] ?? new Uint8Array(), 'root') as JsonObject);
}

/**
 * Verifies that the head of a state was signed by this outlet, from its first root on (SPEC, section 9), so that nobody
 * who can write to the state gets anything of theirs signed with the next release.
 * @param roots All roots of the outlet, ascending, from where its keys are kept.
 * @param now Milliseconds since 1970.
 * @throws ReleaseError; `wrong-publisher` where a root in it is not the outlet's
 */
export async function verifyState(
  head: SignedHead,
  roots: readonly Bytes[],
  now: number,
): Promise<Head> {
  head.roots.forEach((bytes, at) => {
    if (Buffer.compare(bytes, roots[at] ?? new Uint8Array()) !== 0)
      throw new ReleaseError('wrong-publisher', { at: `${at + 1}.root.json` });
  });
  return verifyHead(head, startWith(roots), { now });
}
