import { MAGIC_BYTES } from './limits.ts';
import type { Walk } from './part.ts';
import { walkAvif } from './picture/avif.ts';
import { walkGif } from './picture/gif.ts';
import { walkJpeg } from './picture/jpeg.ts';
import { walkPng } from './picture/png.ts';
import { walkTiff } from './picture/tiff.ts';
import { walkWebp } from './picture/webp.ts';
import { walkFilm } from './recording/film.ts';
import { startsWithFrame, walkMpegAudio } from './recording/mpeg-audio.ts';
import { walkOgg } from './recording/ogg.ts';
import { walkWebm } from './recording/webm.ts';

export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'heic' | 'tiff';
export type RecordingFormat = 'mp3' | 'mp4' | 'ogg' | 'webm';

export interface Format {
  name: PictureFormat | RecordingFormat;
  isPicture: boolean;
  walk: (bytes: Buffer) => Walk;
}

/** The formats that are looked into, by the first bytes of a file, one character a byte. */
const FORMATS: readonly (readonly [Format['name'], start: RegExp, Format['walk']])[] = [
  ['jpeg', /^\xff\xd8/, walkJpeg],
  ['png', /^\x89PNG\r\n\x1a\n/, walkPng],
  ['webp', /^RIFF[^]{4}WEBP/, walkWebp],
  ['gif', /^GIF8[79]a/, walkGif],
  // The brands of pictures in the container of films (ISO/IEC 23008-12).
  ['heic', /^[^]{4}ftyphe(?:i[cmsx]|v[cmsx])/, walkAvif],
  ['avif', /^[^]{4}ftyp(?:avi[fs]|mi[fh]1|msf1)/, walkAvif],
  ['tiff', /^(?:II[*+]\0|MM\0[*+])/, walkTiff],
  ['mp4', /^[^]{4}(?:ftyp|moov|mdat|wide|pnot)/, walkFilm],
  ['ogg', /^OggS/, walkOgg],
  ['webm', /^\x1a\x45\xdf\xa3/, walkWebm],
  ['mp3', /^(?:ID3|APETAGEX)/, walkMpegAudio],
];
const PICTURES = /^(?:jpeg|png|webp|gif|heic|avif|tiff)$/;

/** The format of a file, whatever its name; undefined for others than those that are looked into. */
export function formatOf(bytes: Buffer): Format | undefined {
  const beginning = bytes.toString('latin1', 0, MAGIC_BYTES);
  const [name, , walk] = FORMATS.find(([, start]) => start.test(beginning)) ?? [];
  if (name !== undefined && walk !== undefined)
    return { name, walk, isPicture: PICTURES.test(name) };
  if (!startsWithFrame(bytes)) return undefined;
  return { name: 'mp3', walk: walkMpegAudio, isPicture: false };
}
