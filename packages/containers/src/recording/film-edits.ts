import type { Box } from '../boxes.ts';
import { findBox } from './film-samples.ts';

/** A number of 32 bits, or of 64 in version 1 of a box. */
const readNumber = (body: Buffer, at: number, isLong: boolean): number =>
  isLong ? Number(body.readBigInt64BE(at)) : body.readInt32BE(at);

/** Units of time a second: of the movie (8.2.2) or of a track's media (8.4.2). */
const timescaleOf = ({ body }: Box): number => body.readUInt32BE(body[0] === 1 ? 20 : 12);

/** Seconds that the samples of a track last (8.6.1.2). */
function lengthOf(table: Box, timescale: number): number {
  const { body } = table;
  let units = 0;
  for (let row = 0; row < body.readUInt32BE(4); row += 1)
    units += body.readUInt32BE(8 + 8 * row) * body.readUInt32BE(12 + 8 * row);
  return units / timescale;
}

/** Seconds that the edits of a track show (8.6.6); one without a length shows all behind its beginning. */
function shownBy(edits: Box, length: number, movie: number, media: number): number {
  const { body } = edits;
  const isLong = body[0] === 1;
  const [row, half] = isLong ? [20, 8] : [12, 4];
  let shown = 0;
  for (let at = 8; at < 8 + row * body.readUInt32BE(4); at += row) {
    const from = readNumber(body, at + half, isLong) / media;
    const lasts = readNumber(body, at, isLong) / movie;
    // Nothing is shown while a track waits for another.
    if (from >= 0) shown += lasts === 0 ? length - from : lasts;
  }
  return shown;
}

/**
 * Seconds of a track that its edits pass over: they are in the file, and whoever takes no notice of edits sees them. 0
 * where there are no edits, or the boxes cannot be read.
 */
export function hiddenSeconds(bytes: Buffer, moov: Box, track: Box): number {
  const edits = findBox(bytes, track, ['edts', 'elst']);
  const head = findBox(bytes, moov, ['mvhd']);
  const media = findBox(bytes, track, ['mdia', 'mdhd']);
  const table = findBox(bytes, track, ['mdia', 'minf', 'stbl', 'stts']);
  if (!edits || !head || !media || !table) return 0;
  try {
    const length = lengthOf(table, timescaleOf(media));
    const hidden = length - shownBy(edits, length, timescaleOf(head), timescaleOf(media));
    return Number.isFinite(hidden) ? Math.max(0, hidden) : 0;
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}
