import {
  type AddressBook,
  AddressError,
  type GivenName,
  loadBook,
} from '@tamizdat/mirrors/addresses';
import type { WatchedMirror } from '@tamizdat/mirrors/watch';
import { findBook } from '../address/book-place.ts';
import { LISTED } from '../address/channel-argument.ts';
import { openMirrorList } from '../mirrors/mirror-list.ts';

/** A name that readers of a channel other than the list have, as it is watched. */
export interface ChannelName {
  name: GivenName;
  /** Called by its channel and its place there, which stays: the address is for that channel’s readers alone. */
  watched: WatchedMirror;
}

/** Which names of the book are out in other channels than the list. */
export function listChannelNames({ names }: AddressBook): ChannelName[] {
  const places = new Map<string, number>();
  return names.flatMap((name) => {
    const { channel, base, out, burned } = name;
    const place = (places.get(channel) ?? 0) + 1;
    places.set(channel, place);
    if (channel === LISTED || out === undefined || burned !== undefined) return [];
    return [{ name, watched: { name: `${channel}/${place}`, base, isReserve: true } }];
  });
}

/**
 * Loads what is to be watched of the book; nothing where it cannot be used, which the renewal after the look tells.
 * @throws UsageError
 */
export async function watchedOfBook(content: string | undefined): Promise<WatchedMirror[]> {
  const list = await openMirrorList(content);
  const { file, outlet } = findBook(list.outlet, list.root, process.env);
  try {
    return listChannelNames(loadBook(file, outlet)).map(({ watched }) => watched);
  } catch (error) {
    if (error instanceof AddressError) return [];
    throw error;
  }
}
