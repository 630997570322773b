import { PARTS_MAX, VENDOR_MAX_BYTES } from '../limits.ts';
import { emptyWalk, UNREADABLE, type Walked } from './walked.ts';
import type { InBoth } from '../in-both.ts';

const OTHER_CODING: InBoth = {
  en: 'Of Ogg files only Opus and Vorbis are taken.',
  ru: 'Из файлов Ogg подходят только Opus и Vorbis.',
};

interface OggPage {
  isFirst: boolean;
  serial: number;
  /** Lengths of its segments; one below 255 ends a packet. */
  segments: Buffer;
  data: Buffer;
  end: number;
}

/** A page of RFC 3533, 6; undefined where there is none. */
function readPage(bytes: Buffer, offset: number): OggPage | undefined {
  if (offset + 27 > bytes.length || bytes.toString('latin1', offset, offset + 4) !== 'OggS')
    return undefined;
  const start = offset + 27 + (bytes[offset + 26] ?? 0);
  const segments = bytes.subarray(offset + 27, start);
  const end = start + segments.reduce((sum, length) => sum + length, 0);
  if (end > bytes.length || bytes[offset + 4] !== 0) return undefined;
  return {
    isFirst: ((bytes[offset + 5] ?? 0) & 2) !== 0,
    serial: bytes.readUInt32LE(offset + 14),
    segments,
    data: bytes.subarray(start, end),
    end,
  };
}

/** Length in bytes of a page's part of the packet it begins with, and whether the packet ends there. */
function firstPacket({ segments }: OggPage): { length: number; ends: boolean } {
  let length = 0;
  for (const segment of segments) {
    length += segment;
    if (segment < 255) return { length, ends: true };
  }
  return { length, ends: false };
}

interface Stream {
  marks: { head: string; comments: string };
  serial: number;
  comments: Buffer[];
  complete: boolean;
}

const CODINGS = [
  { head: 'OpusHead', comments: 'OpusTags' },
  { head: '\x01vorbis', comments: '\x03vorbis' },
] as const;

/** Walks the pages of an Ogg file with one Opus (RFC 7845) or Vorbis stream; its second packet is the comments. */
export function walkOgg(bytes: Buffer): Walked {
  const walked = { ...emptyWalk(), sound: true };
  let stream: Stream | undefined;
  let offset = 0;
  for (let part = 0; offset < bytes.length; part += 1) {
    const page = part < PARTS_MAX ? readPage(bytes, offset) : undefined;
    if (page === undefined) {
      walked.metadata.add(UNREADABLE);
      break;
    }
    if (part === 0) stream = openStream(page);
    else if (stream !== undefined) readOn(page, stream, walked);
    offset = page.end;
  }
  if (stream === undefined) walked.refused = OTHER_CODING;
  else lookAtComments(stream, walked);
  return walked;
}

function openStream({ data, serial }: OggPage): Stream | undefined {
  const marks = CODINGS.find(({ head }) => data.toString('latin1', 0, head.length) === head);
  return marks && { marks, serial, comments: [], complete: false };
}

function readOn(page: OggPage, stream: Stream, walked: Walked): void {
  if (page.isFirst || page.serial !== stream.serial) walked.metadata.add('a second stream');
  else if (!stream.complete) {
    const { length, ends } = firstPacket(page);
    stream.comments.push(page.data.subarray(0, length));
    stream.complete = ends;
  }
}

/** Vendor and number of comments (Vorbis I, 5.2.1); Opus ends there, Vorbis with one more bit. */
function lookAtComments({ marks, comments, complete }: Stream, walked: Walked): void {
  const packet = Buffer.concat(comments);
  const vendorAt = marks.comments.length + 4;
  const isOne = packet.toString('latin1', 0, marks.comments.length) === marks.comments;
  const vendor = isOne && packet.length >= vendorAt ? packet.readUInt32LE(vendorAt - 4) : -1;
  const end = vendorAt + vendor + 4;
  if (!complete || vendor < 0 || end > packet.length) {
    walked.metadata.add(UNREADABLE);
    return;
  }
  const name = packet.toString('latin1', vendorAt, vendorAt + vendor);
  if (vendor > VENDOR_MAX_BYTES || /[^\x20-\x7e]/.test(name))
    walked.metadata.add('name of the recording program');
  if (packet.readUInt32LE(end - 4) > 0) walked.metadata.add('comments');
  else if (packet.length - end > 1) walked.metadata.add('left-over data');
}
