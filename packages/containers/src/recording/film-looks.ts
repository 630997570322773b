import type { Box } from '../boxes.ts';
import { cleanBrands } from '../brands.ts';
import type { Range } from '../coded/range.ts';
import { FILM_BYTES, FILM_GROUPS, FILM_TABLES, NEUTRAL_NAMES } from '../needed.ts';
import { nameBox } from '../name-box.ts';
import { blank, LEFT_OVER, type Part, PROGRAM, UNREADABLE } from '../part.ts';
import type { Word } from '../words.ts';
import { dropBox, emptied, type Film } from './film-parts.ts';
import { lookAtAv1Configuration, lookAtConfiguration } from './film-pictures.ts';

/** Looks at a box that is needed, at its own bytes: what of them is needed, and what they tell. */
export type Look = (box: Box, film: Film) => Generator<Part>;

/** Looks at bytes of a box that have to be there but may say nothing: from, to, and the word for it. */
const blanks = (...fields: readonly (readonly [from: number, to: number, word: Word])[]): Look =>
  function* ({ offset, start, end }, { bytes }) {
    let at = offset;
    for (const [from, to, word] of fields) {
      const [first, last] = [Math.min(start + from, end), Math.min(start + to, end)];
      yield { start: at, end: first };
      yield blank(bytes, first, last, word);
      at = last;
    }
    yield { start: at, end };
  };

/** What stands behind the last byte that the box has to have becomes empty. */
export const lookAtLength: Look = function* (box, { bytes }) {
  const { offset, start, end } = box;
  const needed = Math.min(end, start + neededBytes(box));
  yield { start: offset, end: needed };
  yield blank(bytes, needed, end, LEFT_OVER);
};

/** A group that is told in as many bytes as it has to be; others become empty. */
const lookAtGroups: Look = function* (box) {
  const { type, body } = box;
  const most = FILM_GROUPS.get(body.toString('latin1', 4, 8)) ?? 0;
  // A description gives the length of its rows (8.9.3); of assignments (8.9.2) version 1 has a number more.
  const isDescription = type === 'sgpd' && body[0] === 1 && body.length >= 16;
  const row = isDescription ? body.readUInt32BE(8) : 8;
  const head = type === 'sbgp' && body[0] !== 1 ? 12 : 16;
  const isKnown = most > 0 && (isDescription ? row > 0 && row <= most : type === 'sbgp');
  const isExact = body.length >= head && body.length === head + row * body.readUInt32BE(head - 4);
  if (isKnown && isExact) yield { start: box.offset, end: box.end };
  else yield* dropBox(box, nameBox(box), emptied(box));
};

function neededBytes({ type, body }: Box): number {
  const count = (at: number) => (body.length < at + 4 ? 0 : body.readUInt32BE(at));
  const [head, row] = FILM_TABLES.get(type) ?? [];
  if (head !== undefined && row !== undefined) return head + row * count(head - 4);
  // Edits have longer rows in version 1 (8.6.6).
  if (type === 'elst') return 8 + (body[0] === 1 ? 20 : 12) * count(4);
  // Of samples that are all of one length no table says so (8.7.3.2).
  if (type === 'stsz') return 12 + (count(4) === 0 ? 4 * count(8) : 0);
  if (type === 'stz2') return 12 + Math.ceil(((body[7] ?? 0) * count(8)) / 8);
  return FILM_BYTES.get(type) ?? Infinity;
}

/** Creation and modification stand at the start: 32 bits each, or 64 in version 1 (8.2.2), which makes all of it longer. */
const lookAtTimes: Look = (box, film) =>
  blanks(
    [4, box.body[0] === 1 ? 20 : 12, 'time of recording'],
    [headBytes(box), Infinity, LEFT_OVER],
  )(box, film);

/** Bytes of a box that has times (8.2.2, 8.3.2 and 8.4.2). */
const headBytes = ({ type, body }: Box): number =>
  (type === 'mvhd' ? 100 : type === 'tkhd' ? 84 : 24) + (body[0] === 1 ? 12 : 0);

/** Width and height end the box in 16.16 fixed point; the matrix before them turns a phone's picture (8.3.2). */
const lookAtTrack: Look = function* (box, film) {
  yield* lookAtTimes(box, film);
  const body = box.body.subarray(0, headBytes(box));
  const at = body.length;
  if (at < 84) return;
  const sides = [body.readUInt32BE(at - 8) >>> 16, body.readUInt32BE(at - 4) >>> 16] as const;
  const isTurned = body.readInt32BE(at - 44) === 0 && body.readInt32BE(at - 40) !== 0;
  const [width, height] = isTurned ? [sides[1], sides[0]] : sides;
  if (width > 0 && height > 0) Object.assign(film.facts, { width, height });
};

/** Behind the kind of the track stand a maker and a name (8.4.3). */
const lookAtHandler: Look = function* ({ offset, start, end, body }, { bytes, facts }) {
  if (body.toString('latin1', 8, 12) === 'soun') facts.sound = true;
  const from = Math.min(start + 12, end);
  const name = body.toString('latin1', 24).replace(/\0+$/, '');
  const maker = body.toString('latin1', 12, 24).replace(/\0+$/, '');
  // Every list of notes is Apple's.
  const isMaker = maker === '' || (maker === 'appl' && body.toString('latin1', 8, 12) === 'mdir');
  const isNeutral = NEUTRAL_NAMES.has(name) && isMaker;
  yield { start: offset, end: from };
  yield isNeutral ? { start: from, end } : blank(bytes, from, end, PROGRAM);
};

const lookAtBrands: Look = function* ({ offset, start, end, body }) {
  const becomes = cleanBrands(body);
  yield { start: offset, end: start };
  yield { start, end, ...(becomes !== body && { tells: LEFT_OVER, becomes }) };
};

/** Colours by numbers; browsers pass a profile in a film over (12.1.5). */
const lookAtColours: Look = function* (box) {
  const isNumbers = /^ncl[xc]/.test(box.body.toString('latin1', 0, 4)) && box.body.length <= 11;
  if (isNumbers) yield { start: box.offset, end: box.end };
  else yield* dropBox(box, ['names in the colour profile'], emptied(box));
};

/** What is in the data and belongs to no picture or sound becomes empty. */
const lookAtData: Look = function* ({ offset, start, end }, film) {
  const { bytes, samples = [], told = [], isTrackGone } = film;
  if (!film.facts.complete) {
    yield { start: offset, end: offset, tells: UNREADABLE, stuck: true };
    yield { start: offset, end };
    return;
  }
  let at = start;
  yield { start: offset, end: start };
  for (const sample of [
    ...samples.filter((one) => one.end > start && one.start < end),
    { start: end, end },
  ]) {
    const gap = blank(bytes, at, sample.start, LEFT_OVER);
    yield isTrackGone && gap.becomes ? { start: at, end: sample.start, becomes: gap.becomes } : gap;
    yield* insert(told, sample);
    at = sample.end;
  }
};

/** A piece of the data, and in it what is told of it. */
function* insert(told: readonly Part[], { start, end }: Range): Generator<Part> {
  let at = start;
  for (const part of told.slice(firstFrom(told, start), firstFrom(told, end))) {
    yield { start: at, end: part.start };
    yield part;
    at = part.end;
  }
  yield { start: at, end };
}

/** Of parts in order, the first that begins at `start` or behind it. */
function firstFrom(parts: readonly Part[], start: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Bytes 8 to 24 name a program, its maker and qualities in MOV files, the last 32 the compressor (12.1.3). */
const lookAtPicture = blanks([8, 24, PROGRAM], [42, 74, PROGRAM]);

/** How boxes are looked at, by their type; all others by their length alone. */
export const LOOKS: Readonly<Record<string, Look>> = {
  sgpd: lookAtGroups,
  sbgp: lookAtGroups,
  ftyp: lookAtBrands,
  mvhd: lookAtTimes,
  mdhd: lookAtTimes,
  tkhd: lookAtTrack,
  hdlr: lookAtHandler,
  colr: lookAtColours,
  mdat: lookAtData,
  avcC: lookAtConfiguration,
  av1C: lookAtAv1Configuration,
  avc1: lookAtPicture,
  avc3: lookAtPicture,
  av01: lookAtPicture,
  vp09: lookAtPicture,
  // A reference may only say that the data is in this very file.
  'url ': blanks([4, Infinity, 'address of another file']),
};
