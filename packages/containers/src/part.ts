import type { InBoth } from '@tamizdat/problem';
import type { Word } from './words.ts';

/**
 * A piece of a file. The parts of a walk stand in the file's order and cover it; one of no length only says something
 * of what stands around it.
 */
export interface Part {
  start: number;
  end: number;
  /** What it tells besides picture and sound, in a word such as `GPS position`; absent where it is needed. */
  tells?: Word;
  /** What stands in its place in a clean file. Without it, what is needed stays and what tells goes. */
  becomes?: Buffer;
  /** It tells, but picture or sound may depend on it: such a file cannot be made clean here. */
  stuck?: true;
}

/** What the walk through a file learns beside its parts. */
export interface Facts {
  /** Pixels, as stored for pictures and as shown for films; 0 for sound, and where finding them is left to a decoder. */
  width: number;
  height: number;
  /** Whether there is something to hear. */
  sound: boolean;
  /** Whether it is a picture that moves. */
  animated: boolean;
  /** False where the file ends before its format says. */
  complete: boolean;
  /** TIFF-structured EXIF, without the container's prefix. */
  exif?: Buffer;
  /** Why it cannot be published, as a sentence; absent when it can. */
  refused?: InBoth;
}

/** Gives the parts of a file one after another, and then what was learnt. Takes any bytes; never throws. */
export type Walk = Generator<Part, Facts>;

export const noFacts = (): Facts => ({
  width: 0,
  height: 0,
  sound: false,
  animated: false,
  complete: false,
});

/** What stands where the format knows nothing to stand; it could be anything. */
export const UNREADABLE = 'unreadable data';
export const LEFT_OVER = 'left-over data';
export const PROGRAM = 'name of the recording program';
export const NOTHING = Buffer.alloc(0);

/** What cannot be read, up to the end of the file. */
export const unreadable = (start: number, end: number): Part => ({
  start,
  end,
  tells: UNREADABLE,
  stuck: true,
});

export const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** A part that has to be there, but empty. Tells nothing where it is. */
export function blank(bytes: Buffer, start: number, end: number, tells: Word): Part {
  const isEmpty = isBlank(bytes.subarray(start, end));
  return isEmpty ? { start, end } : { start, end, tells, becomes: Buffer.alloc(end - start) };
}

/** What stands behind the end of a file. Zeros with which a program filled it up say nothing, and go. */
export function* behind(
  bytes: Buffer,
  start: number,
  tells: Word = 'data after the end',
): Generator<Part> {
  const end = bytes.length;
  if (start >= end) return;
  yield isBlank(bytes.subarray(start)) ? { start, end, becomes: NOTHING } : { start, end, tells };
}

/** Four characters as they may be shown. */
export const printable = (name: string): string => name.replace(/[^\x20-\x7e\xa9]/g, '?');
