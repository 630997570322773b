import { visibilityOf } from '@tamizdat/archive';
import type { AcrossFinding, ArticleOutline } from '@tamizdat/article-schema';
import {
  addressLost,
  addressTaken,
  deleted,
  feedIdChanged,
  hidden,
  idChanged,
  moved,
  redated,
  translationTaken,
} from './faults.ts';
import type { ListedIds } from './judge-ended.ts';

/** An article that readers could see at the base, and what has become of it. */
interface Followed {
  was: ArticleOutline;
  /** Its own address. */
  address: string;
  /** What stands in its file now; undefined where the file is gone. */
  here: ArticleOutline | undefined;
  /** What bears its id now, or stands where it stood. */
  now: ArticleOutline | undefined;
}

/**
 * Judges what a pull request does to articles that readers know: feed readers tell them by their ids, links lead to
 * their addresses, present and former. Drafts and what is yet to appear may change in any way. Pure.
 * @param before The articles that it touches, as they were; `after`, as it makes them.
 * @param clock RFC 3339: what is published by then is published.
 */
export function judgePublished(
  before: readonly ArticleOutline[],
  after: readonly ArticleOutline[],
  clock: string,
): AcrossFinding[] {
  const places = new Map(after.map((article) => [article.path, article]));
  const bearers = new Map(
    after.flatMap((article) => (article.id === undefined ? [] : [[article.id, article]])),
  );
  const followed = before.flatMap((was): Followed[] => {
    const address = isSeen(was, clock) ? addressOf(was) : undefined;
    if (address === undefined) return [];
    const here = places.get(was.path);
    const now = here ?? (was.id === undefined ? undefined : bearers.get(was.id));
    return [{ was, address, here, now }];
  });
  return [
    ...followed.flatMap((one) => judgeOne(one, clock)),
    ...judgeAddresses(followed, after),
    ...followed.flatMap((one) => judgeTranslation(one, before, after)),
  ];
}

function judgeOne({ was, address, here, now }: Followed, clock: string): AcrossFinding[] {
  if (now === undefined) return [deleted(was, address)];
  const held = claimsOf(now);
  const lost = (was.formerAddresses ?? []).filter((former) => !held.includes(former));
  return [
    ...(isOther(was, here) ? [idChanged(was, now)] : []),
    ...(isRenamedInFeeds(was, now) ? [feedIdChanged(was, now)] : []),
    ...(isSeen(now, clock) || now.status === undefined ? [] : [hidden(now, clock)]),
    ...(isRedated(was, now) && isSeen(now, clock) ? [redated(was, now)] : []),
    ...(held.includes(address) ? [] : [moved(was, now, address)]),
    ...(lost.length === 0 || !held.includes(address) ? [] : [addressLost(now, lost)]),
  ];
}

/** Whoever stands at an address that an article had, or is to lead on from there, takes its readers. */
function judgeAddresses(
  followed: readonly Followed[],
  after: readonly ArticleOutline[],
): AcrossFinding[] {
  const owners = new Map(
    followed.flatMap(({ was, address }) =>
      [address, ...(was.formerAddresses ?? [])].map((claim) => [claim, was]),
    ),
  );
  return after.flatMap((article) =>
    claimsOf(article).flatMap((claim, at) => {
      const owner = owners.get(claim);
      if (owner === undefined || owner.path === article.path || !isOther(owner, article)) return [];
      const isOwn = claim === addressOf(article);
      return [addressTaken(article, owner, claim, isOwn ? undefined : at - ownClaims(article))];
    }),
  );
}

/** A version of a story that was not it before, in the place of one that readers are led to from other languages. */
function judgeTranslation(
  { was, now }: Followed,
  before: readonly ArticleOutline[],
  after: readonly ArticleOutline[],
): AcrossFinding[] {
  if (was.translationKey === undefined || isVersion(now, was)) return [];
  return after
    .filter((article) => isOther(was, article) && isVersion(article, was))
    .filter(({ id }) => !before.some((other) => other.id === id && isVersion(other, was)))
    .map((article) => translationTaken(article, was));
}

const isVersion = (article: ArticleOutline | undefined, of: ArticleOutline): boolean =>
  article?.translationKey === of.translationKey && article?.lang === of.lang;

/** What is removed stands in no feed any more. */
const isRenamedInFeeds = (was: ArticleOutline, now: ArticleOutline): boolean =>
  was.feedId !== now.feedId && now.status !== 'removed' && !isOther(was, now);

/** Whether two ids are known, and differ: what is missing is told by the check of the file. */
const isOther = (was: ArticleOutline, now: ArticleOutline | undefined): boolean =>
  was.id !== undefined && now?.id !== undefined && was.id !== now.id;

/** Ids of the lists on which articles stand that readers can see by `clock` (RFC 3339). Pure. */
export function listedIn(articles: readonly ArticleOutline[], clock: string): ListedIds {
  const seen = articles.filter((article) => isSeen(article, clock));
  const idsOf = (kind: keyof ListedIds) =>
    new Set(seen.flatMap(({ lists }) => lists?.[kind] ?? []));
  return {
    section: idsOf('section'),
    tag: idsOf('tag'),
    author: idsOf('author'),
    series: idsOf('series'),
  };
}

/** Another moment, however it is written. Of what was removed no time needs to be left. */
const isRedated = (was: ArticleOutline, now: ArticleOutline): boolean =>
  now.status !== 'removed' &&
  was.publishedAt !== undefined &&
  Date.parse(was.publishedAt) !== Date.parse(now.publishedAt ?? '');

const isSeen = ({ status, publishedAt, embargoUntil }: ArticleOutline, clock: string): boolean =>
  status !== undefined &&
  visibilityOf({ status, publishedAt, embargoUntil }, clock, false) !== 'hidden';

const addressOf = ({ address }: ArticleOutline): string | undefined =>
  address && [address.lang, address.year, address.month, address.day, address.slug].join('/');

const ownClaims = ({ address }: ArticleOutline): number => (address === undefined ? 0 : 1);

/** The addresses that lead to an article: its own first. */
function claimsOf(article: ArticleOutline): string[] {
  const own = addressOf(article);
  return [...(own === undefined ? [] : [own]), ...(article.formerAddresses ?? [])];
}
