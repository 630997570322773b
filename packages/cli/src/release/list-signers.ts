import { listKeyFiles, type SignedHead } from '@tamizdat/release';
import { type Keyring, parseDelegation, parseMetadata, parseRoot } from '@tamizdat/verify';

/** Who may sign under a head: what its newest root says, and to whom its targets leave the list of mirrors. */
export interface HeadKeyring {
  keyring: Keyring;
  /** Whether the list of mirrors is left to a role of its own (SPEC 6.8). */
  isDelegated: boolean;
}

/**
 * Finds who may sign under a head.
 * @param roots The outlet’s, ascending.
 * @param head What is signed now; undefined before the first release.
 * @throws ReleaseError
 */
export async function readKeyring(
  roots: SignedHead['roots'],
  head: Pick<SignedHead, 'targets'> | undefined,
): Promise<HeadKeyring> {
  const root = await parseRoot(roots.at(-1) ?? new Uint8Array());
  const left = head && (await parseDelegation(parseMetadata(head.targets, 'targets')));
  if (left === undefined) return { keyring: root, isDelegated: false };
  const { version } = root;
  const keys = new Map([...root.keys, ...left.keys]);
  return {
    keyring: Object.assign({ keys, roles: { ...root.roles, ...left.roles } }, { version }),
    isDelegated: true,
  };
}

/** Whether a key that may sign the list of mirrors is at hand, without opening it. */
export function hasListKey(
  { keyring, isDelegated }: HeadKeyring,
  folder: string,
  env: NodeJS.ProcessEnv,
): boolean {
  if (!isDelegated) return false;
  if (env['TAMIZDAT_KEY_ADDRESSES']) return true;
  const ids = keyring.roles.addresses?.keyids ?? [];
  return listKeyFiles(folder).some(({ id, role }) => role === 'addresses' && ids.includes(id));
}
