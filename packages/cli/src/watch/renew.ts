import { existsSync } from 'node:fs';
import { basesOf } from '@tamizdat/article-schema';
import {
  addNames,
  type AddressBook,
  AddressError,
  bringOut,
  burnName,
  changeBook,
  loadBook,
} from '@tamizdat/mirrors/addresses';
import { findBook } from '../address/book-place.ts';
import { explaining } from '../address/explain-address.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { openMirrorList, parseList } from '../mirrors/mirror-list.ts';
import { renewText, undoList, writeList } from '../mirrors/renew-list.ts';
import {
  ensureSignable,
  isListEnding,
  isListStale,
  type ListPlace,
  signList,
} from '../mirrors/sign-list.ts';
import { hasFailed } from '../publish/describe-reports.ts';
import { publishRelease } from '../publish/command.ts';
import { burnAll, type Decision, decideRenewal } from './decide-renewal.ts';
import { nameRefused, type Renewed } from './describe-renewal.ts';
import { LIST_RENEWED_DAYS } from './limits.ts';
import { addShown, ShownNote } from './shown-note.ts';
import type { Looks } from './take-looks.ts';
import { UnpublishedNote } from './unpublished-note.ts';

/** How a renewal is made. */
export interface Renewing extends ListPlace, Omit<Looks, 'now'> {
  dryRun: boolean;
}

/**
 * Gives up names that readers cannot open, brings the next ones of the list, signs it and publishes it. What is decided
 * stands in the book first, and in the list next: a run that is cut short at any moment is finished by the next, and so is
 * one that did not reach all mirrors.
 * @throws UsageError, Error in words
 */
export async function renewNames(renewing: Renewing): Promise<Renewed> {
  const list = await openMirrorList(renewing.content);
  const { blind } = renewing;
  const rules = list.renewal;
  if (rules === undefined) throw new UsageError(say(nameRefused.rules));
  const place = { ...findBook(list.outlet, list.root, process.env), now: renewing.now };
  const shown = new ShownNote(renewing.content);
  const known = shown.load();
  const decide = (book: AddressBook): Decision => {
    // An empty one would be begun, and every name of the lost one be somebody’s own hand.
    if (known.hasBook && !existsSync(place.file)) throw new AddressError('book-missing');
    return decideRenewal(list, book, { looks: renewing, rules, known });
  };
  if (renewing.dryRun) {
    const made = await explaining(() => decide(loadBook(place.file, place.outlet)));
    return { ...made, blind, isDry: true, isSigned: false, unpublished: [] };
  }
  const { made, text, names } = await explaining(() =>
    changeBook(place, async (former) => {
      const decided = decide(former);
      const noted = note(former, decided, renewing.now);
      // Before anything is noted: a list that cannot be changed leaves the book as it was.
      const changed = renewText(list, noted.names, decided.plan);
      // Nor is a name shown that no signed list holds.
      if (changed !== list.text) await ensureSignable(renewing);
      return {
        book: noted,
        result: { made: decided, text: changed, names: noted.names },
      };
    }),
  );
  writeList(list, text);
  const undo = (): void => {
    undoList(list, text);
  };
  const brought = await bringToReaders(renewing, undo);
  const after = parseList(text, list.root, list.outlet).value ?? [];
  const listed = [...list.mirrors, ...after].flatMap(basesOf);
  const burned = names.flatMap((one) => (one.burned === undefined ? [] : [one.base]));
  shown.save(addShown(known, { hasBook: names.length > 0, listed, burned }, renewing.now));
  return { ...made, blind, isDry: false, ...brought };
}

/** Signs the list where it changed, or before its signature runs out, and publishes it until all mirrors have it. */
async function bringToReaders(
  renewing: Renewing,
  undo: () => void,
): Promise<Pick<Renewed, 'isSigned' | 'unpublished'>> {
  const unpublished = new UnpublishedNote(renewing.content);
  const { content, now } = renewing;
  const isSigned = (await isListStale(content)) || isListEnding(content, now, LIST_RENEWED_DAYS);
  if (isSigned) {
    unpublished.write();
    try {
      await signList(renewing);
    } catch (error) {
      // A name that no signed list holds stands in no log either: the next run brings it again.
      if (await isListStale(renewing.content)) undo();
      throw error;
    }
  }
  if (!unpublished.isThere) return { isSigned, unpublished: [] };
  const lacking = await publishList(renewing);
  if (lacking.length === 0) unpublished.remove();
  return { isSigned, unpublished: lacking };
}

/** The same book where nothing is to be noted. */
function note(
  former: AddressBook,
  { plan, byHand, channels, spent }: Decision,
  now: number,
): AddressBook {
  const book = spent.reduce(
    (left, label) => burnName(left, label, { now, why: 'shown-before' }),
    former,
  );
  const labels = plan.brought.filter(({ out }) => out === undefined).map(({ label }) => label);
  const burned = [...channels.flatMap((channel) => channel.burned), ...plan.burned];
  if (burned.length === 0 && labels.length === 0) return book;
  return bringOut(burnAll(addNames(book, byHand), burned, now), labels, now);
}

/** @returns names of mirrors that have not got it */
async function publishList({ tree, content }: Renewing): Promise<string[]> {
  const reports = await publishRelease({
    ...{ to: undefined, address: undefined, history: undefined },
    ...{ content, tree, create: false, repair: false, 'dry-run': false, _: [] },
    'without-content': true,
  });
  return reports.filter(hasFailed).map(({ name }) => name);
}
