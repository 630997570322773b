import { PARTS_MAX } from '../limits.ts';
import { emptyWalk, UNREADABLE, type Walked } from './walked.ts';

/** Bit rates of layer III in kbit/s by index (ISO/IEC 11172-3, 2.4.2.3; 13818-3 for the lower sampling rates). */
const RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const LOW_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLING = [44_100, 48_000, 32_000];

/** Length in bytes of the layer III frame at `offset`; 0 where there is none. */
function frameLength(bytes: Buffer, offset: number): number {
  if (offset + 4 > bytes.length) return 0;
  const head = bytes.readUInt32BE(offset);
  const version = (head >>> 19) & 3;
  const sampling = SAMPLING[(head >>> 10) & 3];
  const isLayer3 = head >>> 21 === 0x7ff && ((head >>> 17) & 3) === 1;
  if (!isLayer3 || version === 1 || sampling === undefined) return 0;
  const isLow = version !== 3;
  const rate = (isLow ? LOW_RATES : RATES)[(head >>> 12) & 15] ?? 0;
  const perSecond = sampling / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const padding = (head >>> 9) & 1;
  return rate === 0 ? 0 : Math.floor(((isLow ? 72 : 144) * rate * 1000) / perSecond) + padding;
}

export function startsWithFrame(bytes: Buffer): boolean {
  return frameLength(bytes, 0) > 0;
}

/** Tags around and between the frames, by their first bytes. */
const TAGS: readonly [mark: string, word: string][] = [
  ['ID3', 'ID3 tag'],
  ['TAG', 'ID3 tag'],
  ['APETAGEX', 'APE tag'],
  ['LYRICSBEGIN', 'lyrics tag'],
];

function nameTag(bytes: Buffer, offset: number): string {
  const start = bytes.toString('latin1', offset, offset + 16);
  return TAGS.find(([mark]) => start.startsWith(mark))?.[1] ?? UNREADABLE;
}

/** Where the tag or rubbish at `offset` ends: at the next frame that another one follows, or at the file's end. */
function skipToFrames(bytes: Buffer, offset: number): number {
  for (let next = offset + 1; next < bytes.length; next += 1) {
    next = bytes.indexOf(0xff, next);
    if (next === -1) return bytes.length;
    const length = frameLength(bytes, next);
    if (length > 0 && frameLength(bytes, next + length) > 0) return next;
  }
  return bytes.length;
}

/** Walks the frames of an MP3 file; whatever else stands before, between or after them is metadata. */
export function walkMpegAudio(bytes: Buffer): Walked {
  const walked = { ...emptyWalk(), sound: true };
  let offset = 0;
  for (let part = 0; offset < bytes.length; part += 1) {
    const length = frameLength(bytes, offset);
    if (length === 0) walked.metadata.add(nameTag(bytes, offset));
    if (part >= PARTS_MAX) {
      walked.metadata.add(UNREADABLE);
      break;
    }
    offset = length > 0 ? offset + length : skipToFrames(bytes, offset);
  }
  return walked;
}
