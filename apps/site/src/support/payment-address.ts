import {
  bankCodePayload,
  minorAmount,
  plainAmount,
  takesChoice,
  type Choice,
  type SupportAccount,
  type SupportMethod,
} from '@tamizdat/article-schema';

/** The address at which a method takes a choice: a provider's page, or a wallet's URI. Undefined where there is none. */
export function paymentAddress(method: SupportMethod, choice: Choice): string | undefined {
  if (!takesChoice(method, choice)) return undefined;
  const { link, links, account } = method;
  if (link !== undefined) return fillTemplate(link, method, choice);
  if (account !== undefined) return walletUri(account, choice);
  return links?.find(
    ({ frequency, currency, amount }) =>
      frequency === choice.frequency && currency === choice.currency && amount === choice.amount,
  )?.url;
}

function fillTemplate(
  link: string,
  { terms }: SupportMethod,
  { frequency, currency, amount }: Choice,
): string {
  const values: Readonly<Record<string, string>> = {
    amount: plainAmount(amount),
    minor: minorAmount(amount, currency),
    currency,
    frequency: terms?.[frequency] ?? frequency,
  };
  return link.replaceAll(/\{(\w+)\}/g, (open, name: string) =>
    encodeURIComponent(values[name] ?? open),
  );
}

/** BIP 21 for Bitcoin, Monero's URI scheme after it. */
function walletUri({ bitcoin, monero }: SupportAccount, { amount }: Choice): string | undefined {
  if (bitcoin !== undefined) return `bitcoin:${bitcoin}?amount=${plainAmount(amount)}`;
  if (monero !== undefined) return `monero:${monero}?tx_amount=${plainAmount(amount)}`;
  return undefined;
}

/**
 * What an account's QR code says for a choice: a wallet's URI, or for euros the payment code of European banks
 * (EPC069-12, version 2). Undefined for other accounts and currencies: no code is common to their banks.
 */
export function codePayload(account: SupportAccount, choice: Choice): string | undefined {
  const { iban, holder } = account;
  if (iban === undefined) return walletUri(account, choice);
  if (choice.currency !== 'EUR' || holder === undefined) return undefined;
  return bankCodePayload({ ...account, iban, holder }, choice.amount);
}
