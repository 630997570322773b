import { nameRefused, type Renewed } from './describe-renewal.ts';
import { changeBook, bringOut, burnName, loadBook, planRenewal } from '@tamizdat/mirrors/addresses';
import type { AddressBook, ListedName, RenewalPlan } from '@tamizdat/mirrors/addresses';
import type { PastCheck, WatchHistory } from '@tamizdat/mirrors/watch';
import { findBook } from '../address/book-place.ts';
import { LISTED } from '../address/channel-argument.ts';
import { explaining } from '../address/explain-address.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { type MirrorList, openMirrorList } from '../mirrors/mirror-list.ts';
import { listShown, renewText, writeList } from '../mirrors/renew-list.ts';
import { isListStale, type ListPlace, signList } from '../mirrors/sign-list.ts';
import { hasFailed } from '../publish/describe-reports.ts';
import { publishRelease } from '../publish/command.ts';

/** How a renewal is made. */
export interface Renewing extends ListPlace {
  history: Pick<WatchHistory, 'list'>;
  dryRun: boolean;
  /** Looks from here, not through the proxy: whether an address opens for readers abroad. */
  opensHere: (base: string) => Promise<boolean>;
}

/** Looks that are taken into account: a day of them. */
const PAST_MS = 86_400_000;

/**
 * Gives up names of the list that readers cannot open, brings the next ones, signs the list and publishes it. What is
 * decided stands in the book first, and in the list next: a run that is cut short at any moment is finished by the next.
 * @throws UsageError, Error in words
 */
export async function renewNames(renewing: Renewing): Promise<Renewed> {
  const list = await openMirrorList(renewing.content);
  const rules = list.renewal;
  if (rules === undefined) throw new UsageError(say(nameRefused.rules));
  const place = { ...findBook(list.outlet, list.root, process.env), now: renewing.now };
  const decide = async (book: AddressBook): Promise<RenewalPlan> => {
    const listed = await listLooks(list, book, renewing, rules.looks);
    return planRenewal(book, LISTED, { rules, listed, now: renewing.now });
  };
  if (renewing.dryRun) {
    const plan = await explaining(async () => decide(loadBook(place.file, place.outlet)));
    return { plan, isDry: true, isSigned: false, unpublished: [] };
  }
  const { plan, text } = await explaining(() =>
    changeBook(place, async (former) => {
      const made = await decide(former);
      const noted = note(former, made, renewing.now);
      // Before anything is noted: a list that cannot be changed leaves the book as it was.
      return { book: noted, result: { plan: made, text: renewText(list, noted.names, made) } };
    }),
  );
  writeList(list, text);
  const isSigned = await isListStale(renewing.content);
  if (!isSigned) return { plan, isDry: false, isSigned, unpublished: [] };
  await signList(renewing);
  return { plan, isDry: false, isSigned, unpublished: await publishList(renewing) };
}

/** The same book where nothing is to be noted. */
function note(book: AddressBook, { burned, brought }: RenewalPlan, now: number): AddressBook {
  const labels = brought.filter(({ out }) => out === undefined).map(({ label }) => label);
  if (burned.length === 0 && labels.length === 0) return book;
  const without = burned.reduce(
    (left, { label, state }) => burnName(left, label, { now, why: state }),
    book,
  );
  return bringOut(without, labels, now);
}

async function listLooks(
  list: MirrorList,
  book: AddressBook,
  { history, now, opensHere }: Renewing,
  looks: number,
): Promise<ListedName[]> {
  const shown = listShown(
    list.mirrors,
    book.names.filter(({ channel }) => channel === LISTED),
  );
  return Promise.all(
    shown.map(async ({ name: { label, base }, watched }) => {
      const past = history.list(watched, now - PAST_MS);
      const isHidden = isDown(past.slice(-looks)) && (await opensHere(base));
      return { label, base, past: isHidden ? past.map(asBlocked) : past };
    }),
  );
}

/** Whether the last looks found nothing that opens, some of them no host at all. */
const isDown = (past: readonly PastCheck[]): boolean =>
  past.some(({ state }) => state === 'down') &&
  past.every(({ state }) => state !== 'good' && state !== 'stale');

/** A block may show as a name that does not exist. What opens elsewhere at the same time is not down. */
const asBlocked = (look: PastCheck): PastCheck =>
  look.state === 'down' ? { ...look, state: 'blocked' } : look;

/** @returns names of mirrors that have not got it */
async function publishList({ tree, content }: Renewing): Promise<string[]> {
  const reports = await publishRelease({
    ...{ to: undefined, address: undefined, history: undefined },
    ...{ content, tree, create: false, repair: false, 'dry-run': false, _: [] },
    'without-content': true,
  });
  return reports.filter(hasFailed).map(({ name }) => name);
}
