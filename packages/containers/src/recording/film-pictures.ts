import { type Box, listBoxes } from '../boxes.ts';
import { walkAac } from '../coded/aac.ts';
import { walkAv1 } from '../coded/av1.ts';
import { croppedByAperture, croppedBySet } from '../coded/crop.ts';
import { readConfiguration, walkUnits } from '../coded/h264.ts';
import type { Range } from '../coded/range.ts';
import { PARTS_MAX } from '../limits.ts';
import { blank, LEFT_OVER, type Part, UNREADABLE } from '../part.ts';
import { findBox, listSamples } from './film-samples.ts';

/** Bytes before the first box in the description of a coding (ISO/IEC 14496-12, 12.1.3). */
const DESCRIPTION_BYTES = 78;
/** Of av1C before its units (AV1 in ISO base media file format, 2.3.3). */
const AV1_HEAD_BYTES = 4;

/**
 * What stands in the samples of tracks besides the coded pictures, in the order of the file. Undefined where tables are cut off
 * or samples overlap.
 */
export function tellSamples(bytes: Buffer, tracks: readonly Box[]): Part[] | undefined {
  try {
    const parts: Part[] = [];
    for (const track of tracks) {
      const walk = walkerOf(bytes, track);
      if (walk === undefined) continue;
      for (const sample of listSamples(bytes, track)) {
        if (sample.end > bytes.length) return undefined;
        for (const part of walk(sample)) parts.push(part);
        if (parts.length > PARTS_MAX) return undefined;
      }
    }
    parts.sort((one, other) => one.start - other.start);
    const isApart = parts.every(({ start }, index) => start >= (parts[index - 1]?.end ?? 0));
    return isApart ? parts : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** How the samples of a track are read; undefined where nothing can stand in them that is not coded. */
function walkerOf(bytes: Buffer, track: Box): ((sample: Range) => Generator<Part>) | undefined {
  const stsd = findBox(bytes, track, ['mdia', 'minf', 'stbl', 'stsd']);
  const codings = stsd ? [...listBoxes(bytes, stsd.start + 8, stsd.end)] : [];
  if (codings.some(({ type }) => type === 'av01')) return (sample) => walkAv1(bytes, sample);
  if (codings.some(({ type }) => type === 'mp4a')) return (sample) => walkAac(bytes, sample);
  const lengths = codings
    .filter(({ type }) => /^avc[13]$/.test(type))
    .map((coding) => lengthBytesOf(bytes, coding));
  const [lengthBytes] = lengths;
  if (lengthBytes === undefined) return undefined;
  if (lengths.some((length) => length !== lengthBytes) || codings.length > lengths.length)
    throw new RangeError('Samples are coded in different ways.');
  return (sample) => walkUnits(bytes, sample, lengthBytes);
}

/** Pixels that the descriptions of a track hide at the edges of its pictures; 0 where they cannot be read. */
export function croppedPixels(bytes: Buffer, track: Box): number {
  const stsd = findBox(bytes, track, ['mdia', 'minf', 'stbl', 'stsd']);
  const codings = stsd ? [...listBoxes(bytes, stsd.start + 8, stsd.end)] : [];
  const hidden = codings.flatMap((coding) => {
    if (coding.body.length < DESCRIPTION_BYTES) return [];
    const sides = [coding.body.readUInt16BE(24), coding.body.readUInt16BE(26)] as const;
    return boxesIn(bytes, coding).map(({ type, body }) => {
      if (type === 'clap') return croppedByAperture(body, ...sides);
      return type === 'avcC' ? croppedByConfiguration(body) : 0;
    });
  });
  return Math.max(0, ...hidden);
}

function croppedByConfiguration(body: Buffer): number {
  try {
    return Math.max(0, ...readConfiguration(body).sets.map(croppedBySet));
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

const boxesIn = (bytes: Buffer, { start, end }: Box): Box[] => [
  ...listBoxes(bytes, Math.min(start + DESCRIPTION_BYTES, end), end),
];

function lengthBytesOf(bytes: Buffer, coding: Box): number {
  const configuration = boxesIn(bytes, coding).find(({ type }) => type === 'avcC');
  if (configuration === undefined) throw new RangeError('A description is cut off.');
  return readConfiguration(configuration.body).lengthBytes;
}

/** Looks at the parameters of H.264, which may stand alone in their box. */
export function* lookAtConfiguration(
  { offset, start, end, body }: Box,
  { bytes }: { bytes: Buffer },
): Generator<Part> {
  const needed = configurationEnd(body);
  if (needed === undefined) yield { start: offset, end, tells: UNREADABLE, stuck: true };
  else {
    yield { start: offset, end: start + needed };
    yield blank(bytes, start + needed, end, LEFT_OVER);
  }
}

function configurationEnd(body: Buffer): number | undefined {
  try {
    return readConfiguration(body).end;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Looks at the parameters of AV1. */
export function* lookAtAv1Configuration(
  { offset, start, end }: Box,
  { bytes }: { bytes: Buffer },
): Generator<Part> {
  const from = Math.min(start + AV1_HEAD_BYTES, end);
  let at = from;
  yield { start: offset, end: from };
  for (const part of walkAv1(bytes, { start: from, end })) {
    yield { start: at, end: part.start };
    yield part;
    at = part.end;
  }
  yield { start: at, end };
}
