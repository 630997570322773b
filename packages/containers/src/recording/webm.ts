import { LEVELS_MAX, NUMBER_MAX_BYTES, PARTS_MAX } from '../limits.ts';
import { WEBM_ELEMENTS, WEBM_LONG, WEBM_STUCK } from '../needed.ts';
import { isBlank, LEFT_OVER, noFacts, type Part, PROGRAM, UNREADABLE, type Walk } from '../part.ts';
import type { Word } from '../words.ts';
import { type Element, emptied, listElements, readNumber, readText } from './ebml.ts';
import { LOOKS } from './webm-looks.ts';
import { drop, type Film } from './webm-parts.ts';

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
