import { cleanAv1 } from '../coded/av1.ts';
import { CROPPED } from '../coded/crop.ts';
import { CROPPED_MAX_PIXELS } from '../limits.ts';
import { NEUTRAL_NAMES } from '../needed.ts';
import { LEFT_OVER, type Part, PROGRAM, UNREADABLE } from '../part.ts';
import { emptyComments, tellComments } from './comments.ts';
import { type Element, emptied, readNumber, readText } from './ebml.ts';
import { drop, type Film } from './webm-parts.ts';

/** Looks at an element that is needed: what of it is needed, and what it tells. */
export type Look = (element: Element, film: Film) => Part;

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

/** How elements are looked at, by their id; all others are taken as they are. */
export const LOOKS: ReadonlyMap<number, Look> = new Map([
  ...([0x4d80, 0x5741].map((id) => [id, lookAtProgram]) satisfies [number, Look][]),
  ...([0xb0, 0xba, 0x54b0, 0x54ba].map((id) => [id, lookAtSide]) satisfies [number, Look][]),
  ...([0x54aa, 0x54bb, 0x54cc, 0x54dd].map((id) => [id, lookAtCrop]) satisfies [number, Look][]),
  ...([0xa3, 0xa1].map((id) => [id, lookAtBlock]) satisfies [number, Look][]),
  ...([0x22b59c, 0x22b59d].map((id) => [id, lookAtLanguage]) satisfies [number, Look][]),
  [0x4282, lookAtDocType],
  [0x86, lookAtCoding],
  [0x63a2, lookAtPrivate],
]);
