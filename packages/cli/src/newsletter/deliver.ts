import { claimIssueForAll, SendError, type SentIssue } from '@tamizdat/newsletter';
import { wordsOf, type Way } from './delivery-words.ts';

/** What hands an issue over, and where the record of it is kept. */
export interface Delivery {
  way: Way;
  /** `<newsletter>/<issue>`. */
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  /** A mail address, or listmonk's host with each of the lists: none of them may have had it. */
  to: readonly string[];
  /** Folder of the records of what was handed over. */
  records: string;
  send: () => Promise<void>;
}

/**
 * Hands an issue over to addresses, once: a second time is refused, even when nobody knows how the first ended.
 * @throws Error that says what to do.
 */
export async function deliver({ way, id, at, to, records, send }: Delivery): Promise<void> {
  const claimed = await claimIssueForAll(records, { id, at }, to);
  const words = wordsOf(way);
  if ('before' in claimed) throw new Error(refusalOf(words, claimed.before, claimed.file));
  const { claims } = claimed;
  const files = claims.map(({ file }) => file).join(' and ');
  try {
    await send();
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof SendError && error.uncertain)
      throw new Error(`${message} ${words.open(id, files)}`, { cause: error });
    for (const claim of claims) claim.release();
    if (!(error instanceof SendError)) throw error;
    throw new Error(`${message} ${words.nothing}`, { cause: error });
  }
  for (const claim of claims) claim.confirm();
}

function refusalOf(words: ReturnType<typeof wordsOf>, before: SentIssue, file: string): string {
  return before.state === 'done'
    ? words.done(before, file)
    : `${words.begun(before)} ${words.open(before.id, file)}`;
}
