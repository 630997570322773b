import type { FieldPath, Finding } from '@tamizdat/problem';
import type { SupportMethod } from '../schema/support.ts';

/** The currencies an account of a kind takes, where it takes one alone. */
const ONLY = { bitcoin: 'BTC', monero: 'XMR' } as const;

/** An account is of one kind, and in that kind's currency; a bank needs the holder's name as well. */
export function accountFindings(
  { account, currencies }: Pick<SupportMethod, 'account' | 'currencies'>,
  path: FieldPath,
): Finding[] {
  if (account === undefined) return [];
  const at = [...path, 'account'];
  const kinds = (['iban', 'bitcoin', 'monero', 'lines'] as const).filter(
    (kind) => account[kind] !== undefined,
  );
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) return [kindFinding(kinds, at)];
  if (kind === 'iban') return account.holder === undefined ? [holderFinding(at)] : [];
  if (kind === 'lines') return [];
  return currencies.flatMap((currency, index) =>
    currency === ONLY[kind]
      ? []
      : [
          {
            code: 'support-account-currency',
            path: [...path, 'currencies', index],
            found: currency,
            message: `A ${kind} address takes ${ONLY[kind]}, not ${currency}.`,
            remedy: `Write ${ONLY[kind]}.`,
            ru: {
              message: `На адрес ${kind} отправляют ${ONLY[kind]}, а не ${currency}.`,
              remedy: `Напишите ${ONLY[kind]}.`,
            },
          },
        ],
  );
}

const kindFinding = (kinds: readonly string[], path: FieldPath): Finding => ({
  code: 'support-account-kind',
  path,
  at: 'key',
  message:
    kinds.length === 0
      ? 'The account does not say where money goes.'
      : `The account is of ${kinds.length} kinds: ${kinds.join(', ')}.`,
  remedy: 'Give it one of: iban (with holder), bitcoin, monero, lines.',
  ru: {
    message:
      kinds.length === 0
        ? 'В счёте не сказано, куда отправлять деньги.'
        : `В счёте указано сразу ${kinds.length} вида: ${kinds.join(', ')}.`,
    remedy: 'Укажите что-то одно: iban (с holder), bitcoin, monero, lines.',
  },
});

const holderFinding = (path: FieldPath): Finding => ({
  code: 'support-account-holder',
  path,
  at: 'key',
  message: 'The bank account has no holder.',
  why: 'Banks ask for the name, and refuse or delay a transfer without the right one.',
  remedy: 'Add the name as the bank has it.',
  ru: {
    message: 'У банковского счёта нет владельца.',
    why: 'Банки спрашивают имя и без верного имени отклоняют или задерживают перевод.',
    remedy: 'Добавьте имя, как оно записано в банке.',
    example: 'holder: Объединение издания',
  },
  example: 'holder: The outlet’s association',
});
