import { ToldError } from '@tamizdat/problem';
import type { Keyring } from '@tamizdat/verify';

/**
 * Says that the list of mirrors is left to a key of its own (SPEC 6.8) which is not at hand: the signed targets name it, and
 * no root does, so that nobody finds it by the root's number.
 * @param atHand Keys for the role that are at hand, whichever they are.
 */
export function lackOfListKey({ roles }: Keyring, atHand: number): ToldError {
  const { keyids = [], threshold = 1 } = roles.addresses ?? {};
  const ids = keyids.map((id) => id.slice(0, 8)).join(', ');
  const [en, ru] =
    atHand === 0
      ? ['none is at hand', 'и его здесь нет']
      : [
          'what is at hand is another one: replaced by now, or another outlet’s',
          'а здесь другой: уже заменённый или чужого издания',
        ];
  return new ToldError(
    'keys-missing',
    {
      en: `The list of mirrors is signed by a key of its own, the role “addresses”: it takes ${threshold} of ${ids}, which the signed targets name; ${en}.`,
      ru: `Список зеркал подписывает отдельный ключ, роль «addresses»: нужно ${threshold} из ${ids}, как сказано в подписанных targets; ${ru}.`,
    },
    {
      en: 'Bring it: its file (addresses.key.json) in the folder of --keys, or TAMIZDAT_KEY_ADDRESSES, which “tamizdat keys export <keys> --role addresses --out <file>” writes where the key lies. If it is lost: “tamizdat mirrors delegate <tree> --keys <keys> --new-key” where the key for targets lies, then publish.',
      ru: 'Принесите его: файл addresses.key.json в папку --keys или TAMIZDAT_KEY_ADDRESSES; его запишет «tamizdat keys export <ключи> --role addresses --out <файл>» там, где лежит ключ. Если он потерян: «tamizdat mirrors delegate <дерево> --keys <ключи> --new-key» там, где лежит ключ targets, и затем опубликуйте.',
    },
  );
}
