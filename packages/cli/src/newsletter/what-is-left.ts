import {
  findRecord,
  type Letter,
  type LetterItem,
  openClaim,
  type SentIssue,
} from '@tamizdat/newsletter';
import { refusalOf } from './deliver.ts';
import type { Way } from './delivery-words.ts';

/** Where an issue goes, and where it is remembered. */
export interface Destination {
  way: Way;
  to: readonly string[];
  /** Folder of the records of what was handed over. */
  records: string;
  /** RFC 3339, UTC. */
  at: string;
}

/** What of an issue is still to be handed over. */
export interface Left {
  letter: Letter;
  /** Articles that are out already, there. */
  out: LetterItem[];
  /** Number of the last mail that is out. */
  mails: number;
  /** Whether a run before this one began the issue and was stopped. */
  resumed: boolean;
}

/**
 * What the record of an article is called. Of one issue a mail may be out and the next not: so each article is claimed by itself. An
 * article that an extra letter brought is in no other extra letter there.
 */
export const articleKey = (letter: Pick<Letter, 'id'>, isExtra: boolean, id = ''): string =>
  `${isExtra ? letter.id.replace(/\/now-.*/, '/now') : letter.id}-${id}`;

/**
 * Takes out of a letter with whole articles what is out already, so that a run that was stopped between two mails is gone on
 * with.
 * @throws Error where all of it is out, or nobody knows how a mail of it ended
 */
export function findLeft(letter: Letter, isExtra: boolean, where: Destination): Left {
  const issue = isExtra ? undefined : stateOf(letter.id, where);
  if (issue?.before.state === 'done') throw refuse(where, issue);
  const states = letter.items.map((item) => stateOf(articleKey(letter, isExtra, item.id), where));
  const unknown = states.find((state) => state?.before.state === 'begun');
  if (unknown) throw refuse(where, unknown);
  const done = states.filter((state) => state !== undefined);
  const [first] = done;
  if (issue && issue.before.parts !== true && first === undefined) throw refuse(where, issue);
  const items = letter.items.filter((_, index) => states[index] === undefined);
  if (items.length === 0 && first) {
    if (issue) finish(letter.id, where);
    throw refuse(where, issue ? { ...issue, before: { ...issue.before, state: 'done' } } : first);
  }
  return {
    letter: { ...letter, items },
    out: letter.items.filter((_, index) => states[index] !== undefined),
    mails: isExtra ? 0 : Math.max(0, ...done.map(({ before }) => before.mail ?? 0)),
    resumed: issue !== undefined,
  };
}

type Known = { before: SentIssue; file: string };

/** What all addresses have; what only some of them have is refused as it stands there. */
function stateOf(id: string, where: Destination): Known | undefined {
  const found = where.to.map((to) => findRecord(where.records, { id, to, at: where.at }));
  const known = found.filter((one) => one !== undefined);
  const [first] = known;
  if (first && known.length < found.length) throw refuse(where, first);
  return known.find(({ before }) => before.state === 'begun') ?? first;
}

const refuse = ({ way }: Destination, { before, file }: Known): Error =>
  new Error(refusalOf(way, before, file));

/** Records that an issue is out at all its addresses. */
export function finish(id: string, { to, records, at }: Destination): void {
  for (const one of to) openClaim(records, { id, to: one, at }).confirm();
}
