import { fingerprintOf, type KeyFile, toWords } from '@tamizdat/release';
import { parseRoot, type Role, ROLES } from '@tamizdat/verify';

/** Who signs for what, and which of these keys are at hand. */
export interface ShownKeys {
  fingerprint: string;
  words: string;
  /** The newest root. */
  root: { version: number; expires: string };
  roles: { role: Role; threshold: number; keys: { id: string; file: string | null }[] }[];
  /** Files whose keys count no more. */
  replaced: string[];
}

/**
 * Compares the keys of a folder with the roots of the outlet.
 * @param roots Ascending.
 * @throws ReleaseError where the newest is no root
 */
export async function judgeKeys(
  roots: readonly Uint8Array<ArrayBuffer>[],
  files: readonly KeyFile[],
): Promise<ShownKeys> {
  const newest = await parseRoot(roots.at(-1) ?? new Uint8Array());
  // Of the key for addresses the signed head says whether it counts, and not a root.
  const counts = ({ id, role }: KeyFile): boolean =>
    role === 'addresses' || newest.roles[role].keyids.includes(id);
  const fingerprint = fingerprintOf(roots[0] ?? new Uint8Array());
  return {
    fingerprint,
    words: toWords(fingerprint),
    root: { version: newest.version, expires: new Date(newest.expires).toISOString() },
    roles: ROLES.map((role) => ({
      role,
      threshold: newest.roles[role].threshold,
      keys: newest.roles[role].keyids.map((id) => ({
        id,
        file: files.find((file) => file.id === id && file.role === role)?.name ?? null,
      })),
    })),
    replaced: files.filter((file) => !counts(file)).map(({ name }) => name),
  };
}
