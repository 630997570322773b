import {
  emptyWalk,
  type InBoth,
  startsWithFrame,
  type Walked,
  walkMp4,
  walkMpegAudio,
  walkOgg,
  walkWebm,
} from '@tamizdat/containers';
import { AUDIO_MAX_BYTES, VIDEO_MAX_BYTES, VIDEO_MAX_SIDE } from './limits.ts';
import type { RecordingFacts } from './recording-facts.ts';

interface Format {
  name: Exclude<RecordingFacts['format'], ''>;
  matches: (start: string, bytes: Buffer) => boolean;
  walk: (bytes: Buffer) => Walked;
}

/** Brands of pictures in the same container (ISO/IEC 23008-12). */
const PICTURE_BRAND = /^(?:avif|avis|mif1|msf1|hei[cx]|hev[cx])/;

const FORMATS: readonly Format[] = [
  {
    name: 'mp3',
    matches: (start, bytes) => start.startsWith('ID3') || startsWithFrame(bytes),
    walk: walkMpegAudio,
  },
  {
    name: 'mp4',
    matches: (start) => start.slice(4, 8) === 'ftyp' && !PICTURE_BRAND.test(start.slice(8)),
    walk: walkMp4,
  },
  { name: 'ogg', matches: (start) => start.startsWith('OggS'), walk: walkOgg },
  { name: 'webm', matches: (start) => start.startsWith('\x1a\x45\xdf\xa3'), walk: walkWebm },
];

/** Extensions a file of a format may have, by whether it has a picture. */
const EXTENSIONS: Readonly<Record<Format['name'], Readonly<Record<'audio' | 'video', string>>>> = {
  mp3: { audio: 'mp3', video: '' },
  mp4: { audio: 'm4a', video: 'mp4' },
  ogg: { audio: 'ogg opus', video: '' },
  webm: { audio: '', video: 'webm' },
};

/** Media types by extension (IANA). */
export const RECORDING_TYPES: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
};

const ACCEPTED: InBoth = {
  en: 'MP3, M4A, Ogg or Opus for audio, MP4 or WebM for video',
  ru: 'для звука MP3, M4A, Ogg или Opus, для видео MP4 или WebM',
};

/** The extension of a recording's name, lower case; undefined for other files. */
export function recordingExtension(name: string): string | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(RECORDING_TYPES, extension) ? extension : undefined;
}

/** Whether bytes are a recording of a format that is looked into, whatever the file's name. */
export function isRecording(bytes: Uint8Array): boolean {
  return findFormat(bufferOf(bytes)) !== undefined;
}

/**
 * Says what a recording holds, from its container alone: nothing is decoded. What cannot be published comes back
 * with `refused`. Takes any bytes; never throws, never reads beyond them, ends after PARTS_MAX parts.
 */
export function parseRecording(given: Uint8Array, extension: string): RecordingFacts {
  const bytes = bufferOf(given);
  const format = findFormat(bytes);
  if (format === undefined) return describe('', emptyWalk(), UNKNOWN);
  const walked = format.walk(bytes);
  const kind = walked.width > 0 ? 'video' : 'audio';
  return describe(format.name, walked, refuse(format, walked, kind, extension, bytes.length));
}

const UNKNOWN: InBoth = {
  en: `The file is not ${ACCEPTED.en}.`,
  ru: `Формат файла не подходит; подходят: ${ACCEPTED.ru}.`,
};

function refuse(
  { name }: Format,
  walked: Walked,
  kind: 'audio' | 'video',
  extension: string,
  size: number,
): InBoth | undefined {
  if (walked.refused !== undefined) return walked.refused;
  const fitting = EXTENSIONS[name][kind];
  if (fitting === '' || (kind === 'audio' && !walked.sound)) return wrongFormat(kind);
  if (!fitting.split(' ').includes(extension))
    return wrongName(extension, fitting.split(' ')[0] ?? '');
  const limit = kind === 'audio' ? AUDIO_MAX_BYTES : VIDEO_MAX_BYTES;
  if (size > limit) return tooLarge(size, limit);
  if (Math.max(walked.width, walked.height) > VIDEO_MAX_SIDE) return tooWide(walked);
  return undefined;
}

const wrongFormat = (kind: 'audio' | 'video'): InBoth => ({
  en: `It is ${kind === 'audio' ? 'without a picture' : 'a video'} in a format that is not taken for it: ${ACCEPTED.en}.`,
  ru: `Это ${kind === 'audio' ? 'запись без картинки' : 'видео'} в формате, который для этого не подходит; подходят: ${ACCEPTED.ru}.`,
});

const wrongName = (extension: string, fitting: string): InBoth => ({
  en: `The name ends in “.${extension}”, but a file like this is “.${fitting}”: rename it.`,
  ru: `Имя кончается на «.${extension}», а такой файл — это «.${fitting}»: переименуйте его.`,
});

const tooWide = ({ width, height }: Pick<Walked, 'width' | 'height'>): InBoth => ({
  en: `The picture has ${width} × ${height} pixels; at most ${VIDEO_MAX_SIDE} a side are taken. Export it smaller.`,
  ru: `В картинке ${width} × ${height} точек; можно не больше ${VIDEO_MAX_SIDE} по стороне. Сохраните её поменьше.`,
});

/** Why a recording of so many bytes is not taken, as a sentence. */
export function tooLarge(size: number, limit: number): InBoth {
  const megabytes = (size / 1e6).toFixed(1);
  return {
    en: `The file has ${megabytes} MB; at most ${limit / 1e6} MB are taken. Readers load it over slow connections: lower the bit rate, or cut it into parts.`,
    ru: `Файл занимает ${megabytes} МБ; можно не больше ${limit / 1e6} МБ. Читатели загружают его по медленной связи: уменьшите битрейт или разрежьте его на части.`,
  };
}

function describe(
  format: RecordingFacts['format'],
  { width, height, sound, metadata }: Walked,
  refused: InBoth | undefined,
): RecordingFacts {
  const kind = width > 0 ? 'video' : 'audio';
  const facts: RecordingFacts = {
    format,
    kind,
    width,
    height,
    sound,
    metadata: [...metadata].sort(),
  };
  return refused === undefined ? facts : { ...facts, refused };
}

function findFormat(bytes: Buffer): Format | undefined {
  const start = bytes.toString('latin1', 0, 16);
  return FORMATS.find(({ matches }) => matches(start, bytes));
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
