import type { Box } from '../boxes.ts';
import type { Range } from '../coded/range.ts';
import type { Facts, Part } from '../part.ts';
import type { Word } from '../words.ts';

/** What is known of a film while its boxes are walked. */
export interface Film {
  bytes: Buffer;
  facts: Facts;
  /** Bytes of picture and sound, in order; undefined where they are not all inside the film's data. */
  samples: Range[] | undefined;
  /** What stands in them besides, in order; undefined where they cannot be read. */
  told: Part[] | undefined;
  /** Whether a track goes, so that its data needs no word of its own. */
  isTrackGone: boolean;
  /** Where the last box ends that is needed: what stands behind it goes, what stands before becomes empty. */
  lastNeeded: number;
}

/** An empty box of the same length. */
export function emptied(box: Box): Buffer {
  const bytes = Buffer.alloc(box.end - box.offset);
  if (bytes.length < 8) return bytes;
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.write('free', 4, 'latin1');
  return bytes;
}

/** A box that goes, and what it told. */
export function* dropBox(box: Box, words: readonly Word[], becomes: Buffer): Generator<Part> {
  for (const tells of words) yield { start: box.offset, end: box.offset, tells };
  yield { start: box.offset, end: box.end, becomes };
}
