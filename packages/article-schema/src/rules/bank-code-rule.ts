import { countInRussian } from '../explain/russian-number.ts';
import { BANK_CODE_MAX_BYTES } from '../limits.ts';
import { bankCodePayload } from '../money/bank-code.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { SupportMethod } from '../schema/support.ts';

/** What a bank account's QR code cannot hold: another currency than euros, and too long a text. */
export function bankCodeFindings(
  { account, currencies }: Pick<SupportMethod, 'account' | 'currencies'>,
  path: FieldPath,
  taken: readonly { currency: string; amount: number }[],
): Finding[] {
  const { iban, holder } = account ?? {};
  if (account === undefined || iban === undefined || holder === undefined) return [];
  const euros = taken.flatMap(({ currency, amount }) => (currency === 'EUR' ? [amount] : []));
  const sizes = euros.map((amount) => {
    const payload = bankCodePayload({ ...account, iban, holder }, amount);
    return new TextEncoder().encode(payload).length;
  });
  const longest = Math.max(0, ...sizes);
  const field = account.reference === undefined ? 'holder' : 'reference';
  return [
    ...currencies.flatMap((currency, index) =>
      currency === 'EUR' ? [] : [noCode(currency, [...path, 'currencies', index])],
    ),
    ...(longest > BANK_CODE_MAX_BYTES ? [tooLong(longest, [...path, 'account', field])] : []),
  ];
}

const noCode = (currency: string, path: FieldPath): Finding => ({
  code: 'support-account-code-euro',
  severity: 'warning',
  path,
  found: currency,
  message: `Banks’ QR codes are for EUR only: readers who give ${currency} see none.`,
  why: 'They would copy the account by hand, and their bank may charge for the exchange.',
  remedy: 'Take the currency out of the method, or make a method of its own with “lines” for it.',
  ru: {
    message: `QR-коды банков бывают только для EUR: те, кто даёт ${currency}, кода не увидят.`,
    why: 'Им придётся переписывать счёт вручную, и банк может взять плату за обмен.',
    remedy: 'Уберите валюту из этого способа или сделайте для неё отдельный способ с «lines».',
  },
  example: 'currencies: [EUR]',
});

function tooLong(bytes: number, path: FieldPath): Finding {
  const excess = bytes - BANK_CODE_MAX_BYTES;
  return {
    code: 'support-account-code-too-long',
    path,
    message: `The bank’s QR code would be ${bytes} bytes long; at most ${BANK_CODE_MAX_BYTES} fit.`,
    why: 'Banks’ apps refuse a longer one (EPC069-12).',
    remedy: `Cut ${excess === 1 ? 'one byte' : `${excess} bytes`} of holder and reference: a Latin letter is one byte, a Cyrillic one two.`,
    ru: {
      message: `QR-код банка занял бы ${countInRussian(bytes, ['байт', 'байта', 'байт'])}; помещается не больше ${BANK_CODE_MAX_BYTES}.`,
      why: 'Более длинный приложения банков не принимают (EPC069-12).',
      remedy: `Сократите holder и reference на ${countInRussian(excess, ['байт', 'байта', 'байт'])}: латинская буква занимает один байт, русская — два.`,
    },
  };
}
