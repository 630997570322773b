import {
  ByteSource,
  EXIF_MAX_BYTES,
  type Format,
  FORMATS,
  type HeaderFacts,
  type InBoth,
  nameOther,
} from '@tamizdat/containers';
import type { FileHandle } from 'node:fs/promises';
import { lstat, open, readFile } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import sharp from 'sharp';
import { describeExif } from './exif-words.ts';
import type { ImageFacts } from './image-facts.ts';
import { SOURCE_MAX_BYTES, SOURCE_MAX_PIXELS } from './limits.ts';

const MAGIC_BYTES = 256;
/** Pixels across of what is made to see whether something can be: every row of the picture is read for it. */
const DECODED_WIDTH = 16;
const CUT_OFF: InBoth = {
  en: 'The file is cut off or damaged: copy it again from where it came from.',
  ru: 'Файл обрезан или повреждён: скопируйте его заново оттуда, откуда он взят.',
};
const ACCEPTED: InBoth = {
  en: 'JPEG, PNG, WebP, AVIF or still GIF',
  ru: 'JPEG, PNG, WebP, AVIF или неподвижный GIF',
};

function refusal(bytes: number, refused: InBoth): ImageFacts {
  return { bytes, format: '', width: 0, height: 0, metadata: [], refused };
}

/** Why a file is not even opened. A symbolic link may lead out of the folder, a pipe never ends. */
async function refuseUnread(file: string): Promise<{ bytes: number; refused?: InBoth }> {
  const stat = await lstat(file);
  if (!stat.isFile())
    return {
      bytes: 0,
      refused: {
        en: 'It is not an ordinary file: put the picture itself beside the article.',
        ru: 'Это не обычный файл: положите рядом со статьёй саму картинку.',
      },
    };
  if (stat.size === 0)
    return { bytes: 0, refused: { en: 'The file is empty.', ru: 'Файл пустой.' } };
  if (stat.size <= SOURCE_MAX_BYTES) return { bytes: stat.size };
  const size = (stat.size / 1e6).toFixed(1);
  return {
    bytes: stat.size,
    refused: {
      en: `The file has ${size} MB; at most ${String(SOURCE_MAX_BYTES / 1e6)} MB are taken. Export it smaller.`,
      ru: `Файл занимает ${size} МБ; можно не больше ${String(SOURCE_MAX_BYTES / 1e6)} МБ. Сохраните его поменьше.`,
    },
  };
}

/**
 * Whether a picture’s header says all that a build needs to know. It does of a JPEG in one pass: whatever its pixels are, a
 * decoder makes something of them. Of everything else the pixels may be damaged so that no derivative can be made.
 */
async function isHeaderEnough(
  file: string,
  format: string,
  { complete }: HeaderFacts,
): Promise<boolean> {
  if (!complete || format !== 'jpeg') return false;
  return (await measure(file))?.isProgressive === false;
}

/** Decodes the whole picture, as a build would: only where the header leaves a doubt. */
async function isDecodable(file: string): Promise<boolean> {
  try {
    await sharp(await readFile(file), {
      limitInputPixels: SOURCE_MAX_PIXELS,
      failOn: 'error',
      sequentialRead: false,
    })
      .resize(DECODED_WIDTH, undefined, { fastShrinkOnLoad: false })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer();
    return true;
  } catch {
    return false;
  }
}

async function refuseContent(
  file: string,
  facts: ImageFacts,
  header: HeaderFacts,
  pages: number,
): Promise<InBoth | undefined> {
  if (facts.width * facts.height > SOURCE_MAX_PIXELS) {
    const size = `${String(facts.width)} × ${String(facts.height)}`;
    return {
      en: `The picture has ${size} pixels; at most ${String(SOURCE_MAX_PIXELS / 1e6)} million are taken. Export it smaller.`,
      ru: `В картинке ${size} точек; можно не больше ${String(SOURCE_MAX_PIXELS / 1e6)} млн. Сохраните её поменьше.`,
    };
  }
  if (header.animated || pages > 1)
    return {
      en: 'The picture moves: publish a still, and link to the video.',
      ru: 'Картинка движется: опубликуйте кадр и сошлитесь на видео.',
    };
  if ((await isHeaderEnough(file, facts.format, header)) || (await isDecodable(file)))
    return undefined;
  return CUT_OFF;
}

async function measure(file: string): Promise<Metadata | undefined> {
  try {
    // Counting pixels is our part: beyond libvips' limit there would be no size to report.
    return await sharp(file, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch {
    return undefined;
  }
}

/** libvips hands EXIF on with the prefix that JPEG puts before its TIFF structure. */
function withoutPrefix(exif: Buffer | undefined): Buffer | undefined {
  return exif?.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
}

async function listMetadata(header: HeaderFacts, meta: Metadata): Promise<string[]> {
  const exif = header.exif ?? withoutPrefix(meta.exif);
  const words = new Set(exif && exif.length <= EXIF_MAX_BYTES ? await describeExif(exif) : []);
  for (const word of header.metadata) words.add(word);
  if (meta.exif) words.add('EXIF');
  if (meta.xmp) words.add('XMP');
  if (meta.iptc) words.add('IPTC');
  if (meta.comments?.length) words.add('comment');
  return [...words];
}

/** Asks libvips, for what the walk of the header leaves open: orientation, size or damage. */
async function inspectSlowly(
  file: string,
  bytes: number,
  format: Format,
  header: HeaderFacts,
): Promise<ImageFacts> {
  const meta = await measure(file);
  if (meta === undefined) return refusal(bytes, CUT_OFF);
  const metadata = await listMetadata(header, meta);
  const facts: ImageFacts = { bytes, format: format.name, ...meta.autoOrient, metadata };
  const refused = await refuseContent(file, facts, header, meta.pages ?? 1);
  return refused === undefined ? facts : { ...facts, refused };
}

async function inspectFormat(
  file: string,
  source: ByteSource,
  format: Format,
): Promise<ImageFacts> {
  const header = await format.read(source);
  const { size, complete, exif } = header;
  // Ten times as fast, and the way of every photo that may be published: it carries no EXIF.
  if (!size || !complete || exif) return inspectSlowly(file, source.size, format, header);
  const metadata = [...header.metadata];
  const facts: ImageFacts = { bytes: source.size, format: format.name, ...size, metadata };
  const refused =
    size.width * size.height === 0 ? CUT_OFF : await refuseContent(file, facts, header, 1);
  return refused === undefined ? facts : { ...facts, refused };
}

async function inspectOpen(file: string, handle: FileHandle, bytes: number): Promise<ImageFacts> {
  const source = new ByteSource(handle, bytes);
  const start = (await source.read(0, MAGIC_BYTES)).toString('latin1');
  const format = FORMATS.find(({ magic }) => magic.test(start));
  if (format) return inspectFormat(file, source, format);
  const other = nameOther(start);
  return refusal(bytes, {
    en: `The file is ${other.en}, whatever its name says; ${ACCEPTED.en} is taken.`,
    ru: `Файл — ${other.ru}, что бы ни говорило его имя; подходит ${ACCEPTED.ru}.`,
  });
}

/**
 * Says what an image file holds, from its header: size in bytes and pixels, format, and everything it
 * tells besides the picture. What cannot be published comes back with `refused`, never as an exception;
 * only a file that is not there throws (ENOENT). Pixels are decoded where the header does not vouch for them.
 */
export async function inspectImage(file: string): Promise<ImageFacts> {
  const { bytes, refused } = await refuseUnread(file);
  if (refused !== undefined) return refusal(bytes, refused);
  const handle = await open(file, 'r');
  try {
    return await inspectOpen(file, handle, bytes);
  } finally {
    await handle.close();
  }
}
