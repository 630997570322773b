import {
  findRecord,
  type Letter,
  type LetterItem,
  openClaim,
  type SentIssue,
} from '@tamizdat/newsletter';
import { type ArticleRecord, sayOut, sayUnknown } from './article-words.ts';
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
  const found = letter.items.map((item) => ({
    item,
    records: recordsOf(letter.id, [item], isExtra, where),
  }));
  const records = found.flatMap((one) => one.records);
  settle(records, where);
  const unknown = records.filter(({ before }) => before.state === 'begun');
  if (unknown.length > 0) throw new Error(sayUnknown(where.way, letter.title, unknown));
  const partly = found.filter((one) => one.records.length % where.to.length > 0);
  const outInPart = partly.flatMap((one) => one.records);
  if (partly.length > 0) throw new Error(sayOut(where.way, outInPart, isExtra));
  if (issue && issue.before.parts !== true && records.length === 0) throw refuse(where, issue);
  const items = found.filter((one) => one.records.length === 0).map(({ item }) => item);
  if (items.length === 0 && records.length > 0) {
    if (issue) finish(letter.id, where);
    throw issue
      ? refuse(where, { ...issue, before: { ...issue.before, state: 'done' } })
      : new Error(sayOut(where.way, records, isExtra));
  }
  return {
    letter: { ...letter, items },
    out: found.filter((one) => one.records.length > 0).map(({ item }) => item),
    mails: countMails(letter.id, isExtra, records),
    resumed: issue !== undefined,
  };
}

/**
 * Of a mail that was being recorded when the run was stopped, some articles say that it is out and others do not yet: one is
 * enough, for it was said after the mail was handed over.
 */
function settle(records: readonly ArticleRecord[], { records: folder }: Destination): void {
  const mailOf = ({ before: { at, mail, letter, subject } }: ArticleRecord): string =>
    JSON.stringify([at, mail, letter, subject]);
  const out = new Set(records.filter(({ before }) => before.state === 'done').map(mailOf));
  for (const record of records) {
    if (record.before.state === 'done' || !out.has(mailOf(record))) continue;
    openClaim(folder, record.before).confirm();
    record.before = { ...record.before, state: 'done' };
  }
}

/** Of an extra letter, the mails of others with the same articles do not count. */
const countMails = (id: string, isExtra: boolean, records: readonly ArticleRecord[]): number =>
  Math.max(
    0,
    ...records
      .filter(({ before }) => !isExtra || before.letter === id)
      .map(({ before }) => before.mail ?? 0),
  );

/** What is remembered of articles of a letter at all addresses. */
export const recordsOf = (
  id: string,
  items: readonly LetterItem[],
  isExtra: boolean,
  { to, at, records }: Destination,
): ArticleRecord[] =>
  items.flatMap((item) =>
    to.flatMap((one) => {
      const key = articleKey({ id }, isExtra, item.id);
      const known = findRecord(records, { id: key, to: one, at });
      return known === undefined ? [] : [{ ...known, title: item.title }];
    }),
  );

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
