import { type JsonObject, parseCanonical } from '@tamizdat/verify/format';
import type { Bytes } from './sign-metadata.ts';
import type { PublicKey } from './signing-key.ts';

/** Leaves the list of mirrors, and nothing else, to whoever holds these keys, all of which have to sign (SPEC 6.8). */
export function buildDelegations(keys: readonly PublicKey[]): JsonObject {
  const points = keys.map(({ id, point }): [string, JsonObject] => [
    id,
    { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: point } },
  ]);
  return {
    keys: Object.fromEntries(points),
    roles: [
      {
        name: 'addresses',
        keyids: keys.map(({ id }) => id).sort(),
        threshold: keys.length,
        terminating: true,
        paths: ['mirrors.json'],
      },
    ],
  };
}

/** To whom targets leave the list of mirrors; undefined where they name it themselves. */
export function readDelegations(targets: Bytes): JsonObject | undefined {
  const { signed } = parseCanonical(targets, 'targets') as { signed: JsonObject };
  return signed['delegations'] as JsonObject | undefined;
}
