import {
  inspectContainer,
  type Inspection,
  type RecordingFormat,
  recordingSeconds,
} from '@tamizdat/containers';
import type { InBoth } from '@tamizdat/problem';
import { AUDIO_MAX_BYTES, VIDEO_MAX_BYTES, VIDEO_MAX_SIDE } from './limits.ts';
import type { RecordingFacts } from './recording-facts.ts';

/** Extensions a file of a format may have, by whether it has a picture. */
const EXTENSIONS: Readonly<Record<RecordingFormat, Readonly<Record<'audio' | 'video', string>>>> = {
  mp3: { audio: 'mp3', video: '' },
  mp4: { audio: 'm4a', video: 'mp4' },
  ogg: { audio: 'ogg opus', video: '' },
  webm: { audio: '', video: 'webm' },
};

const ACCEPTED: InBoth = {
  en: 'MP3, M4A, Ogg or Opus for audio, MP4 or WebM for video',
  ru: 'для звука MP3, M4A, Ogg или Opus, для видео MP4 или WebM',
};

/** Whether bytes are a recording of a format that is looked into, whatever the file's name. */
export function isRecording(bytes: Uint8Array): boolean {
  return inspectContainer(bytes)?.isPicture === false;
}

/**
 * Says what a recording holds, from its container alone: nothing is decoded. What cannot be published comes back
 * with `refused`. Takes any bytes; never throws.
 */
export function parseRecording(bytes: Uint8Array, extension: string): RecordingFacts {
  const walked = inspectContainer(bytes);
  if (walked === undefined || walked.isPicture) return NONE;
  const { width, height, sound, metadata } = walked;
  const format = walked.format as RecordingFormat;
  const kind = width > 0 ? 'video' : 'audio';
  const refused = refuse(format, walked, kind, extension, bytes.length);
  const seconds = recordingSeconds(bytes);
  return {
    format,
    kind,
    width,
    height,
    sound,
    ...(seconds !== undefined && { seconds }),
    metadata,
    ...(refused && { refused }),
  };
}

const UNKNOWN: InBoth = {
  en: `The file is not ${ACCEPTED.en}.`,
  ru: `Формат файла не подходит; подходят: ${ACCEPTED.ru}.`,
};

const NONE: RecordingFacts = {
  format: '',
  kind: 'audio',
  width: 0,
  height: 0,
  sound: false,
  metadata: [],
  refused: UNKNOWN,
};

function refuse(
  name: RecordingFormat,
  walked: Inspection,
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

const tooWide = ({ width, height }: Pick<Inspection, 'width' | 'height'>): InBoth => ({
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
