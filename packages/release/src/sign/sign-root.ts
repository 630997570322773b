import { Root } from '@tufjs/models';
import type { JsonObject } from '@tamizdat/verify/format';
import { type Role, ROLES } from '@tamizdat/verify';
import { formatExpiry } from './lifetimes.ts';
import { type Bytes, signMetadata, TUF_VERSION } from './sign-metadata.ts';
import type { PublicKey, SigningKey } from './signing-key.ts';

/** The keys of a role, and how many of them have to sign. */
export interface RoleSigners {
  keys: readonly PublicKey[];
  threshold: number;
}

export type Signers = Record<Role, RoleSigners>;

/**
 * Builds and signs a root file (SPEC 6.1). From version 2 on `keys` must hold enough keys of the root before it and of
 * this one; `verifyRoots` says whether they do.
 */
export function signRoot(input: {
  version: number;
  /** Milliseconds since 1970. */
  now: number;
  signers: Signers;
  keys: readonly SigningKey[];
}): Bytes {
  const { version, now, signers, keys } = input;
  const points = ROLES.flatMap((role) => signers[role].keys).map(({ id, point }) => [
    id,
    { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: point } },
  ]);
  const roles = ROLES.map((role) => [
    role,
    { keyids: signers[role].keys.map(({ id }) => id).sort(), threshold: signers[role].threshold },
  ]);
  const root = Root.fromJSON({
    _type: 'root',
    spec_version: TUF_VERSION,
    version,
    expires: formatExpiry('root', now),
    keys: Object.fromEntries(points) as JsonObject,
    roles: Object.fromEntries(roles) as JsonObject,
    consistent_snapshot: true,
  });
  return signMetadata(root, keys);
}
