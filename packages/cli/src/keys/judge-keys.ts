import { fingerprintOf, type KeyFile, type SignedHead, toWords } from '@tamizdat/release';
import { type FileRole, parseRoot, ROLES } from '@tamizdat/verify';
import { readKeyring } from '../release/list-signers.ts';

/** Who signs for what, and which of these keys are at hand. */
export interface ShownKeys {
  fingerprint: string;
  words: string;
  /** The newest root. */
  root: { version: number; expires: string };
  roles: { role: FileRole; threshold: number; keys: { id: string; file: string | null }[] }[];
  /** Files whose keys count no more. */
  replaced: string[];
  /** Files of keys for the list of mirrors, where no signed release that is at hand says whether they count. */
  unsaid: string[];
}

/**
 * Compares the keys of a folder with the roots of the outlet.
 * @param roots Ascending.
 * @param head What is signed now, which says whether the list of mirrors is left to keys of its own; undefined where it is not at hand.
 * @throws ReleaseError where the newest is no root
 */
export async function judgeKeys(
  roots: readonly Uint8Array<ArrayBuffer>[],
  files: readonly KeyFile[],
  head?: Pick<SignedHead, 'targets'>,
): Promise<ShownKeys> {
  const newest = await parseRoot(roots.at(-1) ?? new Uint8Array());
  const { keyring, isDelegated } = await readKeyring([...roots], head);
  // Of the key for addresses the signed head says whether it counts, and not a root.
  const isUnsaid = ({ role }: KeyFile): boolean => role === 'addresses' && !isDelegated;
  const counts = ({ id, role }: KeyFile): boolean =>
    keyring.roles[role]?.keyids.includes(id) ?? false;
  const roles: FileRole[] = isDelegated ? [...ROLES, 'addresses'] : [...ROLES];
  const fingerprint = fingerprintOf(roots[0] ?? new Uint8Array());
  return {
    fingerprint,
    words: toWords(fingerprint),
    root: { version: newest.version, expires: new Date(newest.expires).toISOString() },
    roles: roles.map((role) => ({
      role,
      threshold: keyring.roles[role]?.threshold ?? 0,
      keys: (keyring.roles[role]?.keyids ?? []).map((id) => ({
        id,
        file: files.find((file) => file.id === id && file.role === role)?.name ?? null,
      })),
    })),
    replaced: files.filter((file) => !counts(file) && !isUnsaid(file)).map(({ name }) => name),
    unsaid: files.filter(isUnsaid).map(({ name }) => name),
  };
}
