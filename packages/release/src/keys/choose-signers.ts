import type { FileRole, Keyring } from '@tamizdat/verify';
import { type InBoth, ToldError } from '@tamizdat/problem';
import type { SigningKey } from '../sign/signing-key.ts';

/**
 * Picks from the keys at hand those that a root, or targets that leave a file to others, let sign for a role, as many as
 * its threshold asks for.
 * @throws ToldError `keys-missing`
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
  throw new ToldError(
    'keys-missing',
    {
      en: `${role} needs ${threshold} of the keys that ${namer(root, role).en} names, and ${signers.length} are at hand.${countOthers(others).en}`,
      ru: `Для ${role} нужно ключей из названных ${namer(root, role).ru}: ${threshold}, а под рукой ${signers.length}.${countOthers(others).ru}`,
    },
    {
      en: `Bring ${keyids.length === 1 ? 'the key' : 'keys'} ${listIds(keyids)}: a key file, or TAMIZDAT_KEY_${role.toUpperCase()}.`,
      ru: `Принесите ${keyids.length === 1 ? 'ключ' : 'ключи'} ${listIds(keyids)}: файл ключа или TAMIZDAT_KEY_${role.toUpperCase()}.`,
    },
  );
}

const NOBODY = { keyids: [], threshold: 1 };

const countOthers = (others: number): InBoth =>
  others === 0
    ? { en: '', ru: '' }
    : {
        en: ` ${others} other keys are at hand: they were replaced, or are another outlet’s.`,
        ru: ` Есть и другие ключи, ${others}: они заменены или принадлежат другому изданию.`,
      };

const listIds = (ids: readonly string[]): string => ids.map((id) => id.slice(0, 8)).join(', ');

/** Of the keys for lists no root knows anything (SPEC 6.8). */
const namer = ({ version }: Keyring & { version?: number }, role: FileRole): InBoth =>
  role === 'addresses' || version === undefined
    ? { en: 'the signed head', ru: 'в подписанных targets' }
    : { en: `root ${version}`, ru: `в корне ${version}` };
