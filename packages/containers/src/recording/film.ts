import { cleanBrands } from '../brands.ts';
import { type Box, listBoxes } from '../boxes.ts';
import { CROPPED_MAX_PIXELS, HIDDEN_MAX_SECONDS, LEVELS_MAX } from '../limits.ts';
import { nameBox } from '../name-box.ts';
import {
  FILM_BOXES,
  FILM_BYTES,
  FILM_GROUPS,
  FILM_STUCK,
  FILM_TABLES,
  NEUTRAL_NAMES,
} from '../needed.ts';
import {
  blank,
  type Facts,
  isBlank,
  LEFT_OVER,
  noFacts,
  NOTHING,
  type Part,
  printable,
  PROGRAM,
  UNREADABLE,
  type Walk,
} from '../part.ts';
import { CROPPED } from '../coded/crop.ts';
import type { Range } from '../coded/range.ts';
import { hiddenSeconds } from './film-edits.ts';
import { handlerOf, sampleRanges } from './film-samples.ts';
import {
  croppedPixels,
  lookAtAv1Configuration,
  lookAtConfiguration,
  tellSamples,
} from './film-pictures.ts';
import type { Word } from '../words.ts';

/** Bytes before the first child of a box that holds boxes. */
const HEADERS: Readonly<Record<string, number>> = {
  dref: 8,
  stsd: 8,
  meta: 4,
  avc1: 78,
  avc3: 78,
  av01: 78,
  vp09: 78,
  mp4a: 28,
  Opus: 28,
};

/** What a cut that copies leaves. */
const CUT = {
  en: 'It was cut without being encoded anew: what was cut off is still in the file, and some players show it. Cut the original with “ffmpeg -i original.mp4 -ss 4 -to 30 cut.mp4”, without “-c copy”.',
  ru: 'Запись обрезали, не кодируя заново: отрезанное осталось в файле, и некоторые проигрыватели его покажут. Обрежьте исходную запись так: «ffmpeg -i original.mp4 -ss 4 -to 30 cut.mp4», без «-c copy».',
};

interface Film {
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

/**
 * Walks the boxes of an MP4, M4A or MOV file (ISO/IEC 14496-12). What is not needed becomes empty and keeps its room, so
 * that every place which the file names stays where it is.
 */
export function* walkFilm(bytes: Buffer): Walk {
  const top = [...listBoxes(bytes)];
  const movies = top.filter(({ type }) => type === 'moov');
  const tracks = movies
    .flatMap((moov) => [...listBoxes(bytes, moov.start, moov.end)])
    .filter(({ type }) => type === 'trak');
  const kept = tracks.filter((track) => isShown(handlerOf(bytes, track)));
  const film: Film = {
    bytes,
    facts: noFacts(),
    samples: sampleRanges(bytes, kept, top),
    told: tellSamples(bytes, kept),
    isTrackGone: kept.length < tracks.length,
    lastNeeded: top.findLast(({ type }) => /^(?:ftyp|moov|mdat)$/.test(type))?.end ?? 0,
  };
  const hidden = movies.flatMap((moov) => kept.map((track) => hiddenSeconds(bytes, moov, track)));
  if (Math.max(0, ...hidden) > HIDDEN_MAX_SECONDS) film.facts.refused = CUT;
  if (kept.some((track) => croppedPixels(bytes, track) > CROPPED_MAX_PIXELS))
    film.facts.refused ??= CROPPED;
  film.facts.complete = film.samples !== undefined && film.told !== undefined;
  for (const box of top) yield* walkBox('', box, film, 0);
  return film.facts;
}

const isShown = (handler: string): boolean => handler === 'vide' || handler === 'soun';

function* walkBox(parent: string, box: Box, film: Film, level: number): Generator<Part> {
  const { type } = box;
  if (/^(?:free|skip|wide)$/.test(type)) yield* walkFree(parent, box, film);
  else if (!FILM_BOXES[parent]?.includes(type) || level > LEVELS_MAX)
    yield* refuseBox(parent, box, film);
  else if (type === 'udta') yield* walkNotes(box, film, level);
  else if (type === 'trak' && !isShown(handlerOf(film.bytes, box))) yield* dropTrack(box, film);
  else {
    const isParent = Object.hasOwn(FILM_BOXES, type);
    const own = isParent ? { ...box, end: box.start + headerOf(box) } : box;
    yield* (LOOKS[type] ?? lookAtLength)(own, film);
    if (isParent) yield* walkChildren(box, film, level);
  }
}

/** Of a box that holds boxes, up to the first of these. */
const headerOf = ({ type, start, end }: Box): number => Math.min(HEADERS[type] ?? 0, end - start);

function* walkChildren(box: Box, film: Film, level: number): Generator<Part> {
  for (const child of listBoxes(film.bytes, box.start + headerOf(box), box.end))
    yield* walkBox(box.type, child, film, level + 1);
}

/** An empty box of the same length. */
function emptied(box: Box): Buffer {
  const bytes = Buffer.alloc(box.end - box.offset);
  if (bytes.length < 8) return bytes;
  bytes.writeUInt32BE(bytes.length, 0);
  bytes.write('free', 4, 'latin1');
  return bytes;
}

/** What a box that goes leaves behind: nothing where nothing needed follows it. */
const left = (parent: string, box: Box, { lastNeeded }: Film): Buffer =>
  parent === '' && box.offset >= lastNeeded ? NOTHING : emptied(box);

function* walkFree(parent: string, box: Box, film: Film): Generator<Part> {
  const { offset, end, body } = box;
  yield {
    start: offset,
    end,
    becomes: left(parent, box, film),
    ...(!isBlank(body) && { tells: LEFT_OVER }),
  };
}

/** FFmpeg leaves a frame around an empty list of notes; whatever else is said in them, all of them go. */
function* walkNotes(box: Box, film: Film, level: number): Generator<Part> {
  const parts: Part[] = [{ start: box.offset, end: box.start }, ...walkChildren(box, film, level)];
  const told = parts.flatMap(({ tells }) => tells ?? []);
  if (told.length === 0) yield* parts;
  else yield* dropBox(box, told, emptied(box));
}

function* dropBox(box: Box, words: readonly Word[], becomes: Buffer): Generator<Part> {
  for (const tells of words) yield { start: box.offset, end: box.offset, tells };
  yield { start: box.offset, end: box.end, becomes };
}

function* dropTrack(box: Box, { bytes }: Film): Generator<Part> {
  const handler = printable(handlerOf(bytes, box));
  yield* dropBox(box, [`track of the kind “${handler}”`], emptied(box));
}

function* refuseBox(parent: string, box: Box, film: Film): Generator<Part> {
  const { type, offset, end } = box;
  if (parent === 'stsd' && type !== '') {
    film.facts.refused ??= {
      en: `It is coded as “${printable(type)}”, which many phones and browsers cannot play: encode the picture as H.264 and the sound as AAC.`,
      ru: `Запись закодирована как «${printable(type)}», и многие телефоны и браузеры её не воспроизведут: перекодируйте картинку в H.264, а звук в AAC.`,
    };
    yield { start: offset, end };
  } else if (FILM_STUCK.has(type) || (type === '' && parent !== '' && parent !== 'udta')) {
    yield { start: offset, end, tells: nameBox(box).at(-1) ?? UNREADABLE, stuck: true };
  } else yield* dropBox(box, nameBox(box), left(parent, box, film));
}

type Look = (box: Box, film: Film) => Generator<Part>;

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
const lookAtLength: Look = function* (box, { bytes }) {
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

const LOOKS: Readonly<Record<string, Look>> = {
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
