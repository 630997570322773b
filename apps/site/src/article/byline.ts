import { listAddress } from '@tamizdat/archive';
import type { ShownName } from '@tamizdat/render';
import type { PageContext } from '../page/open-page.ts';

/** Somebody's name, with the address of their page where there is one. */
export interface LinkedName {
  name: string;
  to: string | undefined;
}

/** Leads from a name to its author's page, where the edition lists something of theirs. */
export async function linkName(
  { door, lang }: PageContext,
  { name, author }: ShownName,
): Promise<LinkedName> {
  const isListed = author !== undefined && (await door.hasListed(lang, 'author', author));
  return { name, to: isListed ? listAddress(lang, 'author', author) : undefined };
}
