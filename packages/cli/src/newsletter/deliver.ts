import { claimAll, type IssueClaim, SendError, type SentIssue } from '@tamizdat/newsletter';
import { reasonOf } from '../frame/explain-disk.ts';
import { type DeliveryWords, wordsOf, type Way } from './delivery-words.ts';

/** What hands an issue over, and where the record of it is kept. */
export interface Delivery {
  way: Way;
  /** `<newsletter>/<issue>`: what the words call it. */
  id: string;
  /** What nobody there may have had: the issue, or the articles of one of its mails. */
  claimed: readonly Pick<SentIssue, 'id' | 'mail' | 'letter' | 'subject'>[];
  /** RFC 3339, UTC. */
  at: string;
  /** A mail address, or listmonk's host with each of the lists: none of them may have had it. */
  to: readonly string[];
  /** Folder of the records of what was handed over. */
  records: string;
  send: () => Promise<void>;
  /** Said where it certainly was not handed over, instead of that nothing was. */
  refused?: string;
  /** Said where nobody knows, instead of the words for an issue with one record. */
  open?: () => string;
}

/**
 * Hands an issue over to addresses, once: a second time is refused, even when nobody knows how the first ended.
 * @throws Error that says what to do.
 */
export async function deliver(delivery: Delivery): Promise<void> {
  const { way, id, at, to, records, send } = delivery;
  const issues = delivery.claimed.map((one) => ({ ...one, at }));
  const claimed = await claimAll(records, issues, to);
  const words = wordsOf(way);
  if ('before' in claimed) throw new Error(refusalOf(way, { ...claimed.before, id }, claimed.file));
  const { claims } = claimed;
  const files = claims.map(({ file }) => file).join(' and ');
  try {
    await send();
  } catch (error) {
    const message = reasonOf(error);
    if (error instanceof SendError && error.uncertain) {
      const said = delivery.open?.() ?? words.open(id, files);
      throw new Error(`${message} ${said}`, { cause: error });
    }
    for (const claim of claims) claim.release();
    if (!(error instanceof SendError)) throw error;
    throw new Error(`${message} ${delivery.refused ?? words.nothing}`, { cause: error });
  }
  confirmAll(claims, words);
}

/** It is out: what says so has to be written, or the next run does not know it. */
function confirmAll(claims: readonly IssueClaim[], words: DeliveryWords): void {
  const failed: string[] = [];
  let cause: unknown;
  for (const claim of claims)
    try {
      claim.confirm();
    } catch (error) {
      failed.push(claim.file);
      cause = error;
    }
  if (failed.length === 0) return;
  throw new Error(`${reasonOf(cause)} ${words.unrecorded(failed)}`, { cause });
}

/** Why what was handed over before, or may have been, is not handed over. */
export function refusalOf(way: Way, before: SentIssue, file: string): string {
  const words = wordsOf(way);
  return before.state === 'done'
    ? words.done(before, file)
    : `${words.begun(before)} ${words.open(before.id, file)}`;
}
