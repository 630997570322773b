import { AddressError, type AddressFault } from '@tamizdat/mirrors/addresses';
import { type InBoth, saidBy, ToldError } from '@tamizdat/problem';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** What stands in the way while another command is at work with the book; that ends with it. */
const LOCKED: InBoth = {
  en: 'publish-locked: Another command is at work with the book of names. Nothing was changed. Wait until it has ended; the lock ends with it, however it ends.',
  ru: 'publish-locked: С книгой имён уже работает другая команда. Ничего не изменено. Дождитесь её конца: блокировка снимется вместе с ней, чем бы она ни кончилась.',
};

/** Faults of what was typed, and not of what is kept. */
const TYPED: ReadonlySet<AddressFault> = new Set(['name-unknown', 'no-names-under']);

/** Says in words why names could not be made, given or noted; any other error as it is. */
export function explainAddress(error: unknown): unknown {
  if (isLocked(error)) return new Error(say(LOCKED), { cause: error });
  const isTyped = error instanceof AddressError && TYPED.has(error.code);
  return isTyped ? new UsageError(say(saidBy(error))) : error;
}

const isLocked = (error: unknown): boolean =>
  error instanceof ToldError && error.code === 'publish-locked';

/** Does something with names, and says in words what was wrong. */
export async function explaining<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw explainAddress(error);
  }
}
