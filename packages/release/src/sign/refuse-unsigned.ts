import { saidBy, ToldError } from '@tamizdat/problem';
import { Metadata, MetadataKind } from '@tufjs/models';
import { parseCanonical } from '@tamizdat/verify/format';
import type { Bytes } from './sign-metadata.ts';
import type { SignedHead } from './signed-head.ts';

const KINDS = [
  ['targets', MetadataKind.Targets],
  ['snapshot', MetadataKind.Snapshot],
  ['timestamp', MetadataKind.Timestamp],
] as const;

/**
 * Refuses a head that readers would refuse: one whose newest root does not let these keys sign.
 * @throws ToldError `keys-missing`
 */
export function refuseUnsigned(head: SignedHead): void {
  const newest = head.roots.at(-1);
  if (newest === undefined) return;
  const root = load(MetadataKind.Root, newest);
  for (const [role, kind] of KINDS) {
    try {
      root.verifyDelegate(role, load(kind, head[role]));
    } catch (error) {
      throw new ToldError(
        'keys-missing',
        {
          en: `Readers would refuse this release: ${saidBy(error).en}.`,
          ru: `Программы читателей не примут этот выпуск: ${saidBy(error).ru}.`,
        },
        {
          en: 'Bring the keys that the newest root names; nothing was written.',
          ru: 'Принесите ключи, названные в новейшем корне; ничего не записано.',
        },
      );
    }
  }
  if (head.addresses !== undefined) refuseUndelegated(head.targets, head.addresses);
}

/** @throws ToldError `keys-missing` where targets leave the list of mirrors to other keys than those that signed it */
function refuseUndelegated(targets: Bytes, addresses: Bytes): void {
  try {
    const named = load(MetadataKind.Targets, targets);
    named.verifyDelegate('addresses', load(MetadataKind.Targets, addresses));
  } catch (error) {
    throw new ToldError(
      'keys-missing',
      {
        en: `Readers would refuse this list of mirrors: ${saidBy(error).en}.`,
        ru: `Программы читателей не примут этот список зеркал: ${saidBy(error).ru}.`,
      },
      {
        en: 'Bring the key for addresses that targets name; nothing was written. A new one is named with “tamizdat mirrors delegate”.',
        ru: 'Принесите ключ для адресов, названный в targets; ничего не записано. Новый называют командой «tamizdat mirrors delegate».',
      },
    );
  }
}

function load(kind: MetadataKind, bytes: Bytes): Metadata<never> {
  return Metadata.fromJSON(kind as never, parseCanonical(bytes, kind) as never) as never;
}
