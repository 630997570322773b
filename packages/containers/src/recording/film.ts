import { type Box, listBoxes } from '../boxes.ts';
import { CROPPED } from '../coded/crop.ts';
import { CROPPED_MAX_PIXELS, HIDDEN_MAX_SECONDS, LEVELS_MAX } from '../limits.ts';
import { nameBox } from '../name-box.ts';
import { FILM_BOXES, FILM_STUCK } from '../needed.ts';
import {
  isBlank,
  LEFT_OVER,
  noFacts,
  NOTHING,
  type Part,
  printable,
  UNREADABLE,
  type Walk,
} from '../part.ts';
import { hiddenSeconds } from './film-edits.ts';
import { lookAtLength, LOOKS } from './film-looks.ts';
import { dropBox, emptied, type Film } from './film-parts.ts';
import { croppedPixels, tellSamples } from './film-pictures.ts';
import { handlerOf, sampleRanges } from './film-samples.ts';

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
