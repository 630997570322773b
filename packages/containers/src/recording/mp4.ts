import { type Box, listBoxes } from './mp4-boxes.ts';
import { emptyWalk, UNREADABLE, type Walked } from './walked.ts';

/**
 * What may stand in what (ISO/IEC 14496-12, 14496-14 and 14496-15). Everything else could say something: a gate
 * that listed what is bad would let through what the next telephone invents.
 */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  '': ['ftyp', 'moov', 'mdat', 'free', 'skip'],
  moov: ['mvhd', 'trak', 'udta'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  dref: ['url '],
  stbl: 'stsd stts stss ctts cslg stsc stsz stz2 stco co64 sgpd sbgp stps sdtp'.match(/\S+/g) ?? [],
  stsd: ['avc1', 'avc3', 'av01', 'vp09', 'mp4a', 'Opus'],
  // FFmpeg writes this frame around an empty list even when it was told to write nothing.
  udta: ['meta'],
  meta: ['hdlr', 'ilst'],
  ilst: [],
  ...visualEntry('avc1', 'avcC'),
  ...visualEntry('avc3', 'avcC'),
  ...visualEntry('av01', 'av1C'),
  ...visualEntry('vp09', 'vpcC'),
  mp4a: ['esds', 'btrt'],
  Opus: ['dOps', 'btrt'],
};

function visualEntry(type: string, configuration: string): Record<string, readonly string[]> {
  return { [type]: [configuration, 'pasp', 'colr', 'btrt', 'clap', 'fiel', 'chrm'] };
}

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

/** Handlers as FFmpeg names them when it was told to write nothing, and none. */
const HANDLER_NAMES = new Set(['', 'VideoHandler', 'SoundHandler']);
const XMP_UUID = 'be7acfcb97a942e89c71999491e3afac';

interface Walk {
  bytes: Buffer;
  walked: Walked;
}

/** Walks the boxes of an MP4 or M4A file. */
export function walkMp4(bytes: Buffer): Walked {
  const walk: Walk = { bytes, walked: emptyWalk() };
  walkChildren({ type: '', start: 0, end: bytes.length }, walk);
  return walk.walked;
}

function walkChildren(parent: Box, walk: Walk): void {
  const start = parent.start + (HEADERS[parent.type] ?? 0);
  for (const box of listBoxes(walk.bytes, Math.min(start, parent.end), parent.end)) {
    if (CHILDREN[parent.type]?.includes(box.type)) walkBox(box, walk);
    else refuseBox(parent, box, walk);
  }
}

function walkBox(box: Box, walk: Walk): void {
  LOOKS[box.type]?.(box, walk);
  if (Object.hasOwn(CHILDREN, box.type)) walkChildren(box, walk);
}

function refuseBox(parent: Box, box: Box, { bytes, walked }: Walk): void {
  if (parent.type === 'stsd' && box.type !== '') {
    walked.refused ??= {
      en: `It is coded as “${printable(box.type)}”, which many phones and browsers cannot play: encode the picture as H.264 and the sound as AAC.`,
      ru: `Запись закодирована как «${printable(box.type)}», и многие телефоны и браузеры её не воспроизведут: перекодируйте картинку в H.264, а звук в AAC.`,
    };
    return;
  }
  const inside = bytes.toString('latin1', box.start - 4, Math.min(box.end, box.start + 4096));
  if (/\xa9xyz|loci|location/.test(inside)) walked.metadata.add('GPS position');
  if (/\xa9mak|\xa9mod|\.make|\.model/.test(inside)) walked.metadata.add('device');
  walked.metadata.add(nameBox(box, bytes));
}

function nameBox({ type, start }: Box, bytes: Buffer): string {
  if (type === '') return UNREADABLE;
  const uuid = type === 'uuid' ? bytes.toString('hex', start, start + 16) : '';
  return uuid === XMP_UUID ? 'XMP' : `box “${printable(type)}”`;
}

const printable = (type: string): string => type.replace(/[^\x20-\x7e\xa9]/g, '?');

type Look = (box: Box, walk: Walk) => void;

/** Creation and modification stand at the start: 32 bits each, or 64 in version 1. */
const lookAtTimes: Look = ({ start, end }, { bytes, walked }) => {
  const length = bytes[start] === 1 ? 16 : 8;
  if (bytes.subarray(start + 4, Math.min(end, start + 4 + length)).some((byte) => byte !== 0))
    walked.metadata.add('time of recording');
};

const lookAtFree: Look = ({ start, end }, { bytes, walked }) => {
  if (bytes.subarray(start, end).some((byte) => byte !== 0)) walked.metadata.add('left-over data');
};

/** Width and height end the box in 16.16 fixed point; the matrix before them turns a phone's picture (8.3.2). */
const lookAtTrack: Look = (box, walk) => {
  lookAtTimes(box, walk);
  const { bytes, walked } = walk;
  const { start, end } = box;
  if (end - start < 84) return;
  const sides = [bytes.readUInt32BE(end - 8) >>> 16, bytes.readUInt32BE(end - 4) >>> 16] as const;
  const isTurned = bytes.readInt32BE(end - 44) === 0 && bytes.readInt32BE(end - 40) !== 0;
  const [width, height] = isTurned ? [sides[1], sides[0]] : sides;
  if (width > 0 && height > 0) Object.assign(walked, { width, height });
};

const lookAtHandler: Look = ({ start, end }, { bytes, walked }) => {
  const type = bytes.toString('latin1', Math.min(start + 8, end), Math.min(start + 12, end));
  const name = bytes.toString('latin1', Math.min(start + 24, end), end).replace(/\0+$/, '');
  if (type === 'soun') walked.sound = true;
  else if (type !== 'vide' && type !== 'mdir')
    walked.metadata.add(`track of the kind “${printable(type)}”`);
  if (!HANDLER_NAMES.has(name)) walked.metadata.add('name of the recording program');
};

/** A reference may only say that the data is in this very file. */
const lookAtReference: Look = ({ start, end }, { walked }) => {
  if (end - start > 4) walked.metadata.add('address of another file');
};

/** 32 bytes of a visual sample entry name the compressor (12.1.3). */
const lookAtCompressor: Look = ({ start, end }, { bytes, walked }) => {
  const name = bytes.subarray(Math.min(start + 42, end), Math.min(start + 74, end));
  if (name.some((byte) => byte !== 0)) walked.metadata.add('name of the recording program');
};

const LOOKS: Readonly<Record<string, Look>> = {
  mvhd: lookAtTimes,
  mdhd: lookAtTimes,
  tkhd: lookAtTrack,
  hdlr: lookAtHandler,
  free: lookAtFree,
  skip: lookAtFree,
  'url ': lookAtReference,
  avc1: lookAtCompressor,
  avc3: lookAtCompressor,
  av01: lookAtCompressor,
  vp09: lookAtCompressor,
};
