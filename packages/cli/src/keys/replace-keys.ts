import {
  createSigningKey,
  listSigners,
  makeKey,
  type Sealer,
  sealKey,
  type Signers,
  type SigningKey,
  startStretching,
  writeKeyFile,
} from '@tamizdat/release';
import type { parseRoot, Role } from '@tamizdat/verify';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

type Root = Awaited<ReturnType<typeof parseRoot>>;

/** A key that is to make place for another. */
export interface ReplacedKey {
  role: Role;
  id: string;
}

const ONLINE = ['targets', 'snapshot', 'timestamp'] as const;

/**
 * Reads which keys are to be replaced: a role other than root for all its keys, or at least four digits of a root
 * key's id.
 * @throws UsageError that names all that are not found
 */
export function parseReplaced(text: string | undefined, root: Root): ReplacedKey[] {
  const names = (text ?? '').split(',').map((name) => name.trim());
  const found = names.filter(Boolean).map((name) => ({ name, keys: findKeys(name, root) }));
  const unknown = found.filter(({ keys }) => keys.length === 0).map(({ name }) => `“${name}”`);
  if (unknown.length === 0)
    return [...new Map(found.flatMap(({ keys }) => keys).map((key) => [key.id, key])).values()];
  throw new UsageError(
    say({
      en: `--replace takes targets, snapshot, timestamp or the first digits of a root key’s id, not ${unknown.join(', ')}. “tamizdat keys show” lists the ids.`,
      ru: `--replace — это targets, snapshot, timestamp или первые цифры id корневого ключа, а не ${unknown.join(', ')}. Все id покажет «tamizdat keys show».`,
    }),
  );
}

function findKeys(name: string, { roles }: Root): ReplacedKey[] {
  const online = ONLINE.find((role) => role === name);
  if (online) return roles[online].keyids.map((id) => ({ role: online, id }));
  if (!/^[0-9a-f]{4,64}$/.test(name)) return [];
  return roles.root.keyids.filter((id) => id.startsWith(name)).map((id) => ({ role: 'root', id }));
}

/** Makes a new key for each that is replaced; nothing is written before `write` is called. */
export function replaceKeys(
  root: Root,
  replaced: readonly ReplacedKey[],
  sealer: Sealer,
): { signers: Signers; rootKeys: SigningKey[]; write: (folder: string) => string[] } {
  const scrypt = startStretching();
  const made = replaced.map(({ role, id }, at) => {
    const name = `${role}-v${root.version + 1}${at === 0 ? '' : `-${at + 1}`}`;
    const { seed } = makeKey(role, name);
    const key = createSigningKey(seed);
    return { role, id, name, key, file: sealKey(seed, { role, name }, sealer, scrypt) };
  });
  const signers = listSigners(root);
  for (const { role, id, key } of made) {
    const { keys, threshold } = signers[role];
    signers[role] = { threshold, keys: keys.map((old) => (old.id === id ? key : old)) };
  }
  return {
    signers,
    rootKeys: made.filter(({ role }) => role === 'root').map(({ key }) => key),
    write: (folder) =>
      made.map(({ name, file }) => {
        writeKeyFile(folder, file);
        return name;
      }),
  };
}
