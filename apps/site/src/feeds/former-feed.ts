import { listFeedAddress } from '@tamizdat/archive';
import type { FormerOwner } from '@tamizdat/article-schema';
import { editionFeed, listFeed } from './feed-document.ts';

/** The feed that stood at a former address, as it is now; undefined where there is none any more. */
export function formerFeed({ kind, id, lang }: FormerOwner): Promise<string | undefined> {
  if (kind === 'edition') return editionFeed(lang, 'feed.xml');
  return isFollowed(kind) ? listFeed(lang, kind, id) : Promise.resolve(undefined);
}

/** A list’s feed, for programs that look for it on the page that leads on; every page names the edition’s. */
export const listFeedLink = (
  { kind, id, lang }: FormerOwner,
  title: string,
): { title: string; address: string } | undefined =>
  isFollowed(kind) ? { title, address: listFeedAddress(lang, kind, id) } : undefined;

const isFollowed = (kind: FormerOwner['kind']): kind is 'section' | 'tag' | 'author' =>
  kind === 'section' || kind === 'tag' || kind === 'author';
