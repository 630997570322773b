import { FAST_BURNED_HOURS, FAST_BURNED_NAMES } from '../limits.ts';
import { type AddressBook, aliveIn, type GivenName, readyIn } from './book.ts';

/** A name that was given up. */
export interface BurnedName {
  label: string;
  base: string;
  /** Hours from when it was shown; undefined for one that never was. */
  hours: number | undefined;
  burned: number;
  why: string;
}

/** What became of a channel's names. Names in reserve are counted, and not named. */
export interface ChannelSummary {
  channel: string;
  ready: number;
  alive: number;
  burned: BurnedName[];
  /** The middle of the burned names' lives, in hours; undefined where none was shown before. */
  medianHours: number | undefined;
  /** Whether names die here so fast that those who block must be reading along. */
  isRead: boolean;
}

const HOUR_MS = 3_600_000;

/** Says of each channel how its names fared, channels in order of their names. */
export function summarizeBook(book: AddressBook): ChannelSummary[] {
  const channels = [...new Set(book.names.map(({ channel }) => channel))].sort();
  return channels.map((channel) => {
    const burned = book.names
      .filter((one) => one.channel === channel && one.burned !== undefined)
      .map(describeBurned);
    const lives = burned.flatMap(({ hours }) => hours ?? []);
    const medianHours = medianOf(lives);
    return {
      channel,
      ready: readyIn(book, channel).length,
      alive: aliveIn(book, channel).length,
      burned,
      medianHours,
      isRead:
        lives.length >= FAST_BURNED_NAMES &&
        medianHours !== undefined &&
        medianHours <= FAST_BURNED_HOURS,
    };
  });
}

function describeBurned({ label, base, out, burned = 0, why = '' }: GivenName): BurnedName {
  const hours = out === undefined ? undefined : Math.max(0, burned - out) / HOUR_MS;
  return { label, base, burned, why, hours };
}

/** The middle of some numbers; of two in the middle, the mean. */
export function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
