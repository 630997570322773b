import {
  choicesOf,
  plainAmount,
  takesChoice,
  type Choice,
  type Support,
} from '@tamizdat/article-schema';
import { codePayload } from './payment-address.ts';

/** Name of a method's QR code for a choice: once and every month are the same transfer. */
export function codeName(method: string, { currency, amount }: Choice): string {
  return `${method}-${currency.toLowerCase()}-${plainAmount(amount)}`;
}

/** What the QR codes of an outlet say, by name. */
export function codePayloads(support: Support | undefined): Map<string, string> {
  if (support === undefined) return new Map();
  const choices = choicesOf(support);
  return new Map(
    support.methods.flatMap((method) =>
      choices.flatMap((choice): [string, string][] => {
        if (method.account === undefined || !takesChoice(method, choice)) return [];
        const payload = codePayload(method.account, choice);
        return payload === undefined ? [] : [[codeName(method.id, choice), payload]];
      }),
    ),
  );
}
