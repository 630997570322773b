import { CROPPED_MAX_PIXELS, LEVELS_MAX, NUMBER_MAX_BYTES, PARTS_MAX } from '../limits.ts';
import { NEUTRAL_NAMES, WEBM_ELEMENTS, WEBM_LONG, WEBM_STUCK } from '../needed.ts';
import {
  type Facts,
  isBlank,
  LEFT_OVER,
  noFacts,
  type Part,
  PROGRAM,
  UNREADABLE,
  type Walk,
} from '../part.ts';
import { cleanAv1 } from '../coded/av1.ts';
import { CROPPED } from '../coded/crop.ts';
import { emptyComments, tellComments } from './comments.ts';
import { type Element, emptied, listElements, readNumber, readText } from './ebml.ts';
import type { Word } from '../words.ts';

interface Film {
  bytes: Buffer;
  facts: Facts;
  parts: number;
  /** The codings of the tracks that are picture or sound, by their numbers. */
  tracks: Map<number, string>;
  /** Whether a track goes, so that its blocks need no word of their own. */
  isTrackGone: boolean;
  /** Sides of the picture: coded, and as shown where that differs. */
  sides: Map<number, number>;
  coding: string;
}

const VOID = 0xec;
const CHECKSUM = 0xbf;
const TRACK = 0xae;
const TAGS = 0x1254c367;

/** What elements that are not needed are called. */
const WORDS: ReadonlyMap<number, Word> = new Map<number, Word>([
  [0x536e, 'name of a track'],
  [0x258688, PROGRAM],
  [0x7ba9, 'title'],
  [0x4461, 'time of recording'],
  [0x1941a469, 'attached files'],
  [0x1043a770, 'chapters'],
  [TAGS, 'tags'],
]);

/**
 * Walks the elements of a WebM file (RFC 9559). What is not needed becomes empty and keeps its room, so that every
 * place which the file names stays where it is.
 */
export function* walkWebm(bytes: Buffer): Walk {
  const film: Film = {
    bytes,
    facts: noFacts(),
    parts: 0,
    tracks: new Map(),
    isTrackGone: false,
    sides: new Map(),
    coding: '',
  };
  film.facts.complete = true;
  yield* walkChildren({ id: 0, offset: 0, start: 0, end: bytes.length }, film, 0);
  const { facts, sides } = film;
  facts.width = sides.get(0x54b0) ?? sides.get(0xb0) ?? 0;
  facts.height = sides.get(0x54ba) ?? sides.get(0xba) ?? 0;
  return facts;
}

function* walkChildren(parent: Element, film: Film, level: number): Generator<Part> {
  let at = parent.start;
  for (const element of listElements(film.bytes, parent)) {
    film.parts += 1;
    if (element === undefined || film.parts > PARTS_MAX || level > LEVELS_MAX) {
      // Behind the segment nothing is needed.
      const isBehind = level === 0 && at > 0 && film.tracks.size > 0;
      film.facts.complete &&= isBehind;
      yield { start: at, end: parent.end, tells: UNREADABLE, ...(!isBehind && { stuck: true }) };
      return;
    }
    yield* walkElement(parent.id, element, film, level);
    at = element.end;
  }
}

function* walkElement(
  parent: number,
  element: Element,
  film: Film,
  level: number,
): Generator<Part> {
  const { id, offset, start, end } = element;
  const body = film.bytes.subarray(start, end);
  if (id === TRACK && parent === 0x1654ae6b && !opensTrack(element, film))
    yield drop(element, 'a track that is neither picture nor sound');
  else if (id === VOID) yield isBlank(body) ? { start: offset, end } : drop(element, LEFT_OVER);
  // Of what stands around it, which may change.
  else if (id === CHECKSUM) yield { start: offset, end, becomes: emptied(element) };
  else if (id === TAGS && isHarmless(element, film.bytes)) yield { start: offset, end };
  else if (!WEBM_ELEMENTS.get(parent)?.includes(id)) yield refuse(element);
  else if (WEBM_ELEMENTS.has(id)) {
    yield { start: offset, end: start };
    yield* walkChildren(element, film, level + 1);
  } else if (!WEBM_LONG.has(id) && body.length > NUMBER_MAX_BYTES) yield drop(element, LEFT_OVER);
  else yield LOOKS.get(id)?.(element, film) ?? { start: offset, end };
}

const drop = (element: Element, tells: Word): Part => ({
  start: element.offset,
  end: element.end,
  tells,
  becomes: emptied(element),
});

function refuse(element: Element): Part {
  const tells = WORDS.get(element.id) ?? `element ${element.id.toString(16).toUpperCase()}`;
  return { ...drop(element, tells), ...(WEBM_STUCK.has(element.id) && { stuck: true }) };
}

/** Looks at a track before its parts: what it is, and its number. False where it is neither picture nor sound. */
function opensTrack(track: Element, film: Film): boolean {
  const numbers = new Map<number, Element>();
  for (const element of listElements(film.bytes, track))
    if (element !== undefined) numbers.set(element.id, element);
  const number = (id: number) => {
    const element = numbers.get(id);
    return element === undefined ? 0 : readNumber(film.bytes, element);
  };
  const type = number(0x83);
  if (type === 2) film.facts.sound = true;
  if (type !== 1 && type !== 2) {
    film.isTrackGone = true;
    return false;
  }
  const coding = numbers.get(0x86);
  film.coding = coding === undefined ? '' : readText(film.bytes, coding);
  film.tracks.set(number(0xd7), film.coding);
  return true;
}

/** FFmpeg writes the length of each track as a tag, also when it was told to write nothing. */
function isHarmless(tags: Element, bytes: Buffer): boolean {
  const words: string[] = [];
  const numbers = new Set([0x63c5, 0x68ca, 0x447a, 0x4484]);
  const look = (parent: Element): boolean =>
    [...listElements(bytes, parent)].every((element) => {
      if (element === undefined) return false;
      const { id, start, end } = element;
      if (id === 0x7373 || id === 0x63c0 || id === 0x67c8) return look(element);
      if (id === 0x45a3 || id === 0x4487) words.push(readText(bytes, element));
      const most = id === 0x45a3 || id === 0x4487 ? 40 : numbers.has(id) ? NUMBER_MAX_BYTES : -1;
      return id === VOID ? isBlank(bytes.subarray(start, end)) : end - start <= most;
    });
  return look(tags) && words.every((word) => /^(?:DURATION|[\d:.]{0,20})$/.test(word));
}

type Look = (element: Element, film: Film) => Part;

const plain = ({ offset, end }: Element): Part => ({ start: offset, end });

/** Bytes that stand in the place of an element's content; as many. */
const replaced = ({ offset, start, end }: Element, bytes: Buffer, content: Buffer): Buffer =>
  Buffer.concat([
    bytes.subarray(offset, start),
    content,
    Buffer.alloc(end - start - content.length),
  ]);

const lookAtProgram: Look = (element, { bytes }) => {
  const { offset, start, end } = element;
  const isNeutral = NEUTRAL_NAMES.has(bytes.toString('latin1', start, end).replace(/\0+$/, ''));
  if (isNeutral) return plain(element);
  return { start: offset, end, tells: PROGRAM, becomes: replaced(element, bytes, Buffer.alloc(0)) };
};

const lookAtDocType: Look = (element, { bytes, facts }) => {
  if (readText(bytes, element) !== 'webm')
    facts.refused = {
      en: 'It is a Matroska file of another kind than WebM: save it as MP4 or WebM.',
      ru: 'Это файл Matroska, но не WebM: сохраните его как MP4 или WebM.',
    };
  return plain(element);
};

const lookAtCoding: Look = (element, { bytes, facts }) => {
  const coding = readText(bytes, element);
  if (!/^(?:V_VP8|V_VP9|V_AV1|A_OPUS|A_VORBIS)$/.test(coding))
    facts.refused ??= {
      en: 'WebM holds VP8, VP9, AV1, Opus and Vorbis alone: encode it anew.',
      ru: 'В WebM бывают только VP8, VP9, AV1, Opus и Vorbis: перекодируйте файл.',
    };
  return plain(element);
};

const lookAtSide: Look = (element, { bytes, sides }) => {
  sides.set(element.id, readNumber(bytes, element));
  return plain(element);
};

/** Pixels that are cut off at one edge (RFC 9559, 5.1.4.1.28.8 to 11). */
const lookAtCrop: Look = (element, { bytes, facts }) => {
  if (readNumber(bytes, element) > CROPPED_MAX_PIXELS) facts.refused ??= CROPPED;
  return plain(element);
};

const lookAtLanguage: Look = (element, { bytes }) =>
  /^[A-Za-z0-9-]{0,20}\0*$/.test(bytes.toString('latin1', element.start, element.end))
    ? plain(element)
    : drop(element, LEFT_OVER);

/** Of a block behind the number of its track: its time, and flags, of which two say that it holds several frames (RFC 9559, 10.2). */
const BLOCK_BYTES = 3;
const LACING = 6;
/** Of AV1’s configuration, which is that of MP4 (AV1 in Matroska, “CodecPrivate”). */
const AV1_HEAD_BYTES = 4;

/** Coded pictures of AV1 behind some bytes, without what stands beside the pictures. */
function lookAtAv1({ offset, start, end }: Element, bytes: Buffer, from: number): Part {
  const data = bytes.subarray(start, end);
  const clean = cleanAv1(data, from);
  if (clean === undefined) return { start: offset, end, tells: UNREADABLE, stuck: true };
  if (clean === data) return { start: offset, end };
  return {
    start: offset,
    end,
    tells: LEFT_OVER,
    becomes: Buffer.concat([bytes.subarray(offset, start), clean]),
  };
}

/** Blocks of no track that is kept, and those whose coding is looked into. */
const lookAtBlock: Look = (element, { bytes, tracks, isTrackGone }) => {
  const { start, offset, end } = element;
  const first = bytes[start] ?? 0;
  const width = Math.clz32(first) - 23;
  const number = width === 1 ? first & 0x7f : width === 2 ? bytes.readUInt16BE(start) & 0x3fff : 0;
  const isLaced = ((bytes[start + width + BLOCK_BYTES - 1] ?? 0) & LACING) > 0;
  if (tracks.get(number) === 'V_AV1' && !isLaced)
    return lookAtAv1(element, bytes, width + BLOCK_BYTES);
  if (tracks.get(number) === 'V_AV1') return { ...plain(element), tells: UNREADABLE, stuck: true };
  if (tracks.has(number)) return plain(element);
  const becomes = emptied(element);
  return isTrackGone
    ? { start: offset, end, becomes }
    : { start: offset, end, becomes, tells: LEFT_OVER };
};

/** What a decoder has to know first; that of Vorbis has a packet of comments in its middle (Vorbis I, 5; RFC 9559, 12). */
const lookAtPrivate: Look = (element, { bytes, coding }) => {
  if (coding === 'V_AV1') return lookAtAv1(element, bytes, AV1_HEAD_BYTES);
  if (coding !== 'A_VORBIS') return plain(element);
  const data = bytes.subarray(element.start, element.end);
  const [head = 0, comments = 0, at = data.length] = readLacing(data);
  const packet = data.subarray(at + head, at + head + comments);
  const [tells] = tellComments(packet);
  const empty = emptyComments(packet);
  const { offset, end } = element;
  if (tells === undefined) return plain(element);
  if (empty === undefined) return { start: offset, end, tells, stuck: true };
  const clean = Buffer.from(data);
  empty.copy(clean, at + head);
  return { start: offset, end, tells, becomes: replaced(element, bytes, clean) };
};

/** Lengths of the first two of three packets, each as many 255s and a rest, and where the packets begin. */
function readLacing(data: Buffer): number[] {
  const lengths: number[] = [];
  let at = 1;
  for (let sum = 0; lengths.length < 2 && at < data.length; at += 1) {
    sum += data[at] ?? 0;
    if (data[at] === 255) continue;
    lengths.push(sum);
    sum = 0;
  }
  return [...lengths, at];
}

const LOOKS: ReadonlyMap<number, Look> = new Map([
  ...([0x4d80, 0x5741].map((id) => [id, lookAtProgram]) satisfies [number, Look][]),
  ...([0xb0, 0xba, 0x54b0, 0x54ba].map((id) => [id, lookAtSide]) satisfies [number, Look][]),
  ...([0x54aa, 0x54bb, 0x54cc, 0x54dd].map((id) => [id, lookAtCrop]) satisfies [number, Look][]),
  ...([0xa3, 0xa1].map((id) => [id, lookAtBlock]) satisfies [number, Look][]),
  ...([0x22b59c, 0x22b59d].map((id) => [id, lookAtLanguage]) satisfies [number, Look][]),
  [0x4282, lookAtDocType],
  [0x86, lookAtCoding],
  [0x63a2, lookAtPrivate],
]);
