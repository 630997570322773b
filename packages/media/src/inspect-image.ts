import { inspectContainer, type Inspection } from '@tamizdat/containers';
import type { InBoth } from '@tamizdat/problem';
import { lstat, readFile } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import sharp from 'sharp';
import { describeExif } from './exif-words.ts';
import type { ImageFacts } from './image-facts.ts';
import { SOURCE_MAX_BYTES, SOURCE_MAX_PIXELS } from './limits.ts';
import { nameOther } from './name-other.ts';
import { hasTail } from './strip/scan-tail.ts';

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
 * Decodes the whole picture, as a build would: no header vouches for what a decoder makes of codings, tables and pixels. A
 * JPEG is read at an eighth of its size, which saves most of the time and reads all of it.
 */
async function isDecodable(file: string): Promise<boolean> {
  try {
    await sharp(await readFile(file), {
      limitInputPixels: SOURCE_MAX_PIXELS,
      failOn: 'error',
      sequentialRead: false,
    })
      .resize(DECODED_WIDTH)
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
  header: Inspection,
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
  return (await isDecodable(file)) ? undefined : CUT_OFF;
}

async function measure(file: string): Promise<Metadata | undefined> {
  try {
    // Counting pixels is our part: beyond libvips' limit there would be no size to report.
    return await sharp(file, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch {
    return undefined;
  }
}

/** What the file tells besides the picture, with what its EXIF is known to say. */
async function listMetadata({ metadata, exif }: Inspection): Promise<string[]> {
  return [...new Set([...(exif ? await describeExif(exif) : []), ...metadata])];
}

/** Asks libvips, for what the walk through the file leaves open: orientation, size or damage. */
async function inspectSlowly(file: string, bytes: number, header: Inspection): Promise<ImageFacts> {
  const meta = await measure(file);
  if (meta === undefined) return refusal(bytes, CUT_OFF);
  const metadata = await listMetadata(header);
  const facts: ImageFacts = { bytes, format: header.format, ...meta.autoOrient, metadata };
  const refused = await refuseContent(file, facts, header, meta.pages ?? 1);
  return refused === undefined ? facts : { ...facts, refused };
}

async function inspectFormat(file: string, bytes: number, header: Inspection): Promise<ImageFacts> {
  const { width, height, complete, exif, format, metadata } = header;
  // Ten times as fast, and the way of every photo that may be published: it carries no EXIF.
  if (width * height === 0 || !complete || exif) return inspectSlowly(file, bytes, header);
  const facts: ImageFacts = { bytes, format, width, height, metadata };
  const refused = await refuseContent(file, facts, header, 1);
  return refused === undefined ? facts : { ...facts, refused };
}

/** Formats that are shown. */
const SHOWN = new Set<string>(['jpeg', 'png', 'webp', 'avif', 'gif']);

/**
 * Says what an image file holds, from its container: size in bytes and pixels, format, and everything it
 * tells besides the picture. What cannot be published comes back with `refused`, never as an exception;
 * only a file that is not there throws (ENOENT). Pixels are decoded: what a build would refuse is refused here.
 */
export async function inspectImage(file: string): Promise<ImageFacts> {
  const { bytes, refused } = await refuseUnread(file);
  if (refused !== undefined) return refusal(bytes, refused);
  const content = await readFile(file);
  const header = inspectContainer(content);
  if (header && SHOWN.has(header.format)) {
    const facts = await inspectFormat(file, content.length, header);
    // What stands behind the picture is told already, and hides what would be found here.
    const isTailed =
      !facts.refused && header.metadata.length === 0 && (await hasTail(content, header.format));
    return isTailed ? { ...facts, metadata: ['left-over data'] } : facts;
  }
  const other = nameOther(content.toString('latin1', 0, MAGIC_BYTES));
  return refusal(bytes, {
    en: `The file is ${other.en}, whatever its name says; ${ACCEPTED.en} is taken.`,
    ru: `Файл — ${other.ru}, что бы ни говорило его имя; подходит ${ACCEPTED.ru}.`,
  });
}
