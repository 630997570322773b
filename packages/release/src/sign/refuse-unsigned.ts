import { Metadata, MetadataKind } from '@tufjs/models';
import { parseCanonical } from '@tamizdat/verify/format';
import { SigningError } from '../signing-error.ts';
import type { Bytes } from './sign-metadata.ts';
import type { SignedHead } from './signed-head.ts';

const KINDS = [
  ['targets', MetadataKind.Targets],
  ['snapshot', MetadataKind.Snapshot],
  ['timestamp', MetadataKind.Timestamp],
] as const;

/**
 * Refuses a head that readers would refuse: one whose newest root does not let these keys sign.
 * @throws SigningError `keys-missing`
 */
export function refuseUnsigned(head: SignedHead): void {
  const newest = head.roots.at(-1);
  if (newest === undefined) return;
  const root = load(MetadataKind.Root, newest);
  for (const [role, kind] of KINDS) {
    try {
      root.verifyDelegate(role, load(kind, head[role]));
    } catch (error) {
      throw new SigningError(
        'keys-missing',
        `Readers would refuse this release: ${error instanceof Error ? error.message : role}.`,
        'Bring the keys that the newest root names; nothing was written.',
      );
    }
  }
  if (head.addresses !== undefined) refuseUndelegated(head.targets, head.addresses);
}

/** @throws SigningError `keys-missing` where targets leave the list of mirrors to other keys than those that signed it */
function refuseUndelegated(targets: Bytes, addresses: Bytes): void {
  try {
    const named = load(MetadataKind.Targets, targets);
    named.verifyDelegate('addresses', load(MetadataKind.Targets, addresses));
  } catch (error) {
    throw new SigningError(
      'keys-missing',
      `Readers would refuse this list of mirrors: ${error instanceof Error ? error.message : 'addresses'}.`,
      'Bring the key for addresses that targets name; nothing was written. A new one is named with “tamizdat mirrors delegate”.',
    );
  }
}

function load(kind: MetadataKind, bytes: Bytes): Metadata<never> {
  return Metadata.fromJSON(kind as never, parseCanonical(bytes, kind) as never) as never;
}
