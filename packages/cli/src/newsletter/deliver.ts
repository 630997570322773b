import { claimIssue, SendError } from '@tamizdat/newsletter';

/** What sends, and where the record of it is kept. */
export interface Delivery {
  /** `<newsletter>/<issue>`. */
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  /** A mail address, or listmonk's host. */
  to: string;
  /** Folder of the records of what was sent. */
  records: string;
  send: () => Promise<void>;
}

/**
 * Sends an issue, once: a second time is refused, even when nobody knows how the first ended.
 * @throws Error that says what to do.
 */
export async function deliver({ id, at, to, records, send }: Delivery): Promise<void> {
  const claimed = await claimIssue(records, { id, at, to });
  if ('before' in claimed) {
    const { state, at: when, to: whom } = claimed.before;
    throw new Error(
      state === 'sent'
        ? `The issue ${id} was sent at ${when} to ${whom}. Readers would get it twice.`
        : `The issue ${id} was being sent at ${when} to ${whom}, and nobody saw the end. ${ask(records, id)}`,
    );
  }
  try {
    await send();
  } catch (error) {
    if (error instanceof SendError && error.uncertain) {
      throw new Error(`${error.message} It may have been sent. ${ask(records, id)}`, {
        cause: error,
      });
    }
    await claimed.claim.release();
    throw error;
  }
  await claimed.claim.confirm();
}

const ask = (records: string, id: string): string =>
  `Look in the list’s archive; if it is not there, delete ${records}/${id.replace('/', '-')}.json and send again.`;
