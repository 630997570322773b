import type { FileRole, Keyring } from '@tamizdat/verify';
import { SigningError } from '../signing-error.ts';
import type { SigningKey } from '../sign/signing-key.ts';

/**
 * Picks from the keys at hand those that a root, or targets that leave a file to others, let sign for a role, as many as
 * its threshold asks for.
 * @throws SigningError `keys-missing`
 */
export function chooseSigners(
  root: Keyring,
  role: FileRole,
  keys: readonly SigningKey[],
): SigningKey[] {
  const { keyids, threshold } = root.roles[role] ?? NOBODY;
  const known = new Map(keys.filter(({ id }) => keyids.includes(id)).map((key) => [key.id, key]));
  const signers = [...known.keys()].sort().slice(0, threshold);
  if (signers.length === threshold) return signers.flatMap((id) => known.get(id) ?? []);
  const others = keys.length - known.size;
  throw new SigningError(
    'keys-missing',
    `${role} needs ${threshold} of the keys that ${namer(root, role)} names, and ${signers.length} are at hand.` +
      (others > 0
        ? ` ${others} other keys are at hand: they were replaced, or are another outlet’s.`
        : ''),
    `Bring ${keyids.length === 1 ? 'the key' : 'keys'} ${keyids.map((id) => id.slice(0, 8)).join(', ')}: a key file, or TAMIZDAT_KEY_${role.toUpperCase()}.`,
  );
}

const NOBODY = { keyids: [], threshold: 1 };

/** Of the keys for lists no root knows anything (SPEC 6.8). */
const namer = (root: Keyring & { version?: number }, role: FileRole): string =>
  role === 'addresses' || root.version === undefined ? 'the signed head' : `root ${root.version}`;
