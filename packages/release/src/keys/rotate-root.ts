import {
  parseRoot,
  ReleaseError,
  type Role,
  ROLES,
  verifyEd25519,
  verifyRoots,
} from '@tamizdat/verify';
import type { RootMetadata } from '@tamizdat/verify';
import { ToldError } from '@tamizdat/problem';
import type { Bytes } from '../sign/sign-metadata.ts';
import { type Signers, signRoot } from '../sign/sign-root.ts';
import type { SigningKey } from '../sign/signing-key.ts';

/** Lists who signs by a root, to be changed and given to {@link rotateRoot}. */
export function listSigners({ roles, keys }: RootMetadata): Signers {
  const signers = ROLES.map((role) => [
    role,
    {
      keys: roles[role].keyids.flatMap((id) => {
        const point = keys.get(id);
        return point === undefined ? [] : [{ id, point }];
      }),
      threshold: roles[role].threshold,
    },
  ]);
  return Object.fromEntries(signers) as Record<Role, Signers[Role]>;
}

/**
 * Makes the next root: with other keys, or the same for another two years.
 * @param roots All roots, ascending.
 * @param keys Root keys at hand, old and new: those that count are used.
 * @returns all roots, the new one last
 * @throws ToldError `keys-missing` when too few of the old or of the new root keys signed
 */
export async function rotateRoot(
  roots: readonly Bytes[],
  signers: Signers,
  keys: readonly SigningKey[],
  now: number,
): Promise<Bytes[]> {
  const last = roots.at(-1);
  if (last === undefined)
    throw new ToldError(
      'no-root',
      { en: 'There is no root to follow.', ru: 'Нет корня, за которым мог бы следовать новый.' },
      { en: 'Make keys first.', ru: 'Сначала создайте ключи: tamizdat keys init.' },
    );
  const known = await parseRoot(last);
  const wanted = new Set([...known.roles.root.keyids, ...signers.root.keys.map(({ id }) => id)]);
  const used = new Map(keys.filter(({ id }) => wanted.has(id)).map((key) => [key.id, key]));
  const next = signRoot({ version: known.version + 1, now, signers, keys: [...used.values()] });
  try {
    await verifyRoots(known, [next], verifyEd25519);
  } catch (error) {
    if (!(error instanceof ReleaseError) || error.code !== 'threshold') throw error;
    const { expected = '', found = '' } = error.detail;
    throw new ToldError(
      'keys-missing',
      {
        en: `A new root needs ${expected} root keys of the present root and as many as it asks for of its own; ${found} of them signed.`,
        ru: `Новому корню нужны подписи корневых ключей нынешнего корня (${expected}) и столько своих, сколько он требует сам; подписей есть: ${found}.`,
      },
      {
        en: 'Bring more root keys: key files, or the words of recovery sheets.',
        ru: 'Принесите ещё корневые ключи: файлы ключей или слова с листов для восстановления.',
      },
    );
  }
  return [...roots, next];
}
