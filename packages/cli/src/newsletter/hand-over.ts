import { claimIssueForAll, SendError } from '@tamizdat/newsletter';
import { sayUnknown } from './article-words.ts';
import type { Carrier, OutMail } from './carrier.ts';
import { deliver, refusalOf } from './deliver.ts';
import { sayRest } from './delivery-words.ts';
import { SUBJECT_KEPT } from './limits.ts';
import { articleKey, type Destination, finish, type Left, recordsOf } from './what-is-left.ts';

export interface Handed {
  sent?: string;
  draft?: number;
  /** All of them, where an issue fills several. */
  drafts?: number[];
}

/** What is handed over: one mail of an issue, or the mails of one with whole articles. */
export interface Handover {
  /** `<newsletter>/<issue>`. */
  id: string;
  mails: readonly OutMail[];
  /** Of an issue with whole articles, which are claimed one by one. */
  left?: Left;
  isExtra: boolean;
}

/** Sends the mails or leaves the drafts; no address gets one twice. @throws Error that says what to do */
export async function handOver(
  handover: Handover,
  carrier: Carrier,
  where: Destination,
): Promise<Handed> {
  const ids = isParted(handover)
    ? await handOverMails(handover, carrier, where)
    : await handOverOne(handover, carrier, where);
  const [draft, ...more] = ids.filter((id) => id !== undefined);
  if (carrier.way === 'mail') return { sent: carrier.to.join(', ') };
  return {
    ...(draft === undefined ? {} : { draft }),
    ...(draft === undefined || more.length === 0 ? {} : { drafts: [draft, ...more] }),
  };
}

/** One mail is its issue; of several, and of extra letters, each article is claimed. */
const isParted = ({ mails, left, isExtra }: Handover): boolean =>
  left !== undefined && (isExtra || left.resumed || mails.length > 1);

async function handOverOne(
  { id, mails }: Handover,
  { carry }: Carrier,
  where: Destination,
): Promise<(number | undefined)[]> {
  const [mail] = mails;
  if (mail === undefined) return [];
  let draft: number | undefined;
  await deliver({
    ...where,
    id,
    claimed: [{ id }],
    send: async () => {
      draft = await carry(mail);
    },
  });
  return [draft];
}

/** The issue is claimed first and for as long as it takes; of two who go on with it, one gets each mail. */
async function handOverMails(
  { id, mails, left, isExtra }: Handover,
  { carry }: Carrier,
  where: Destination,
): Promise<(number | undefined)[]> {
  const giveBack = isExtra || left?.resumed ? () => undefined : await claimIssue(id, where);
  const before = left?.mails ?? 0;
  const ids: (number | undefined)[] = [];
  for (const mail of mails) {
    const out = before + ids.length;
    const isOne = out === 0 && mails.length === 1;
    try {
      await deliver({
        ...where,
        id: mail.letter.part === undefined ? id : `${id} (${mail.letter.part})`,
        claimed: mail.letter.items.map((item) => ({
          id: articleKey({ id }, isExtra, item.id),
          ...(isOne ? {} : { mail: out + 1 }),
          ...(isExtra ? { letter: id } : {}),
          subject: mail.letter.title.slice(0, SUBJECT_KEPT),
        })),
        send: async () => {
          ids.push(await carry(mail));
        },
        ...(out === 0 ? {} : { refused: sayRest(out, before + mails.length) }),
        open: () => {
          const { title, items } = mail.letter;
          return sayUnknown(where.way, title, recordsOf(id, items, isExtra, where));
        },
      });
    } catch (error) {
      if (out === 0) giveBack(error as Error);
      throw error;
    }
  }
  if (!isExtra) finish(id, where);
  return ids;
}

/** @returns what gives the claim back after an error that says that nothing was handed over */
async function claimIssue(
  id: string,
  { way, to, records, at }: Destination,
): Promise<(error: Error) => void> {
  const claimed = await claimIssueForAll(records, { id, at, parts: true }, to);
  if ('before' in claimed) throw new Error(refusalOf(way, claimed.before, claimed.file));
  return ({ cause }) => {
    if (cause instanceof SendError && cause.uncertain) return;
    for (const claim of claimed.claims) claim.release();
  };
}
