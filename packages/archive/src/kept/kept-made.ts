import { createHash } from 'node:crypto';
import { TIME_TO_COME } from '@tamizdat/article-schema';
import { instantOf } from '../instant.ts';
import type { Kind, MadeByKind, Question, Read } from './made-by-kind.ts';

/** Something that was made of a file, with what it depended on besides. */
export interface KeptMade<K extends Kind = Kind> {
  depends: string;
  now?: string;
  /** Whether it tells of a time to come: at another time it would not, or in other words. */
  isTimed?: true;
  /** The author ids that have to be there, or the digest of all. */
  authors?: string[] | string;
  made: MadeByKind[K];
}

export function keepMade<K extends Kind>(question: Question<K>, read: Read<K>): KeptMade<K> {
  const { depends, now, authors } = question;
  return {
    depends,
    ...(now === undefined ? {} : { now }),
    ...(isTimed(read.made) ? { isTimed: true } : {}),
    ...(authors === undefined ? {} : { authors: read.authors ?? digestIds(authors) }),
    made: read.made,
  };
}

/** Whether what was made would be made again, of the same bytes. */
export function isSameMade({ depends, authors, ...kept }: KeptMade, question: Question): boolean {
  return (
    depends === question.depends &&
    isSameTime(kept, question) &&
    isSameIds(authors, question.authors)
  );
}

/** What is not to come at one time is not at any later one. */
function isSameTime({ now, isTimed }: Pick<KeptMade, 'now' | 'isTimed'>, asked: Question): boolean {
  if (now === asked.now) return true;
  if (now === undefined || asked.now === undefined || isTimed) return false;
  return instantOf(asked.now) >= instantOf(now);
}

function isSameIds(kept: KeptMade['authors'], ids: Question['authors']): boolean {
  if (kept === undefined || ids === undefined) return kept === ids;
  return typeof kept === 'string' ? kept === digestIds(ids) : kept.every((id) => ids.has(id));
}

const isTimed = (made: MadeByKind[Kind]): boolean =>
  'problems' in made && made.problems.some(({ code }) => code === TIME_TO_COME);

/** All articles are checked against one set. */
const digests = new WeakMap<ReadonlySet<string>, string>();

function digestIds(ids: ReadonlySet<string>): string {
  const known = digests.get(ids);
  if (known !== undefined) return known;
  const digest = createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
  digests.set(ids, digest);
  return digest;
}
