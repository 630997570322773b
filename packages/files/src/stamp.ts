import type { BigIntStats } from 'node:fs';

/**
 * What tells without reading a file whether it is still the one that was read: size, times of its last change of bytes
 * and of anything (nanoseconds), and inode, as git's index keeps them. A stamp that is the same means the same bytes, where
 * it is settled; another one means nothing. No program can choose the third, so that a stamp of another machine is none here.
 */
export function writeStamp({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/** Whether a text that a stranger may have written has the form of a stamp. */
export const isStamp = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,20} -?\d{1,20} -?\d{1,20} \d{1,20}$/.test(value);

/**
 * Whether a file was written long enough before a moment that a later change cannot have left the same stamp: clocks
 * of file systems are coarse.
 * @param moment Milliseconds since 1970 at which the stamp was taken.
 */
export function isSettled(stamp: string, moment: number): boolean {
  const [, written = '0'] = stamp.split(' ');
  return isBefore(written, moment);
}

/** The same where the time of writing may have been put back: nothing of the file was changed, times included. */
export function isUntouched(stamp: string, moment: number): boolean {
  const [, written = '0', changed = '0'] = stamp.split(' ');
  return isBefore(written, moment) && isBefore(changed, moment);
}

const isBefore = (nanoseconds: string, moment: number): boolean =>
  Number(BigInt(nanoseconds) / 1_000_000n) < moment - COARSEST_CLOCK_MS;

/** FAT keeps even seconds. */
const COARSEST_CLOCK_MS = 3_000;
