import path from 'node:path';
import { loadMirrors } from '@tamizdat/archive';
import type { Outlet } from '@tamizdat/article-schema';
import { changeBook, takeNames } from '@tamizdat/mirrors/addresses';
import type { InBoth } from '@tamizdat/problem';
import { say } from '../language/say.ts';
import { loadReserve } from '../reserve/load-reserve.ts';
import { findBook } from './book-place.ts';
import { readChannel } from './channel-argument.ts';
import { explaining } from './explain-address.ts';
import { isCovered } from './judge-domain.ts';

/**
 * Takes addresses of a channel, to be shown there: those that are out, and ready ones where there are too few, which are
 * noted as out before they are given.
 * @param root The content folder.
 * @throws UsageError, Error in words
 */
export async function takeBases(
  outlet: Outlet,
  root: string,
  { channel: given, count }: { channel: string; count: number },
): Promise<string[]> {
  const channel = readChannel(given);
  const place = findBook(outlet, path.resolve(root), process.env);
  const known = [...loadMirrors(root).mirrors, ...loadReserve()];
  const names = await explaining(() =>
    changeBook(place, (book) => {
      const taken = takeNames(book, { channel, count, now: place.now });
      return { book: taken.book, result: taken.names };
    }),
  );
  const foreign = names.filter((name) => !isCovered(name, known)).length;
  if (foreign > 0) process.stderr.write(`${say(tellForeign(foreign))}\n`);
  return names.map(({ base }) => base);
}

/** Who can write into the book could lead a channel’s readers anywhere. */
const tellForeign = (count: number): InBoth => ({
  en: `Warning: ${count} of these lie under no address that content/mirrors.yaml or the list of reserve mirrors names. If you did not make them for a place of your own, somebody altered the book: show them to nobody, and put yesterday’s copy in its place.`,
  ru: `Предупреждение: адресов, которых нет ни под одним зеркалом из content/mirrors.yaml и списка резервных: ${count}. Если вы не создавали их для своего места, книгу кто-то изменил: никому их не показывайте и верните вчерашнюю копию.`,
});
