import exifr from 'exifr';
import { EXIF_MAX_BYTES } from './limits.ts';

/** EXIF tags that say something about a person or a camera, and the words for it (CIPA DC-008). */
const TAG_WORDS: readonly { tags: readonly string[]; word: string }[] = [
  {
    tags: [
      'GPSLatitude',
      'GPSLongitude',
      'GPSDestLatitude',
      'GPSDestLongitude',
      'GPSAreaInformation',
    ],
    word: 'GPS position',
  },
  {
    tags: ['SerialNumber', 'BodySerialNumber', 'CameraSerialNumber', 'InternalSerialNumber'],
    word: 'camera serial number',
  },
  { tags: ['LensSerialNumber'], word: 'lens serial number' },
  {
    tags: ['CameraOwnerName', 'OwnerName', 'Artist', 'XPAuthor', 'Copyright'],
    word: 'a person’s name',
  },
  { tags: ['HostComputer'], word: 'name of a computer' },
  {
    tags: ['ImageDescription', 'UserComment', 'XPComment', 'XPTitle', 'XPSubject', 'XPKeywords'],
    word: 'comment',
  },
  { tags: ['Make', 'Model', 'LensModel'], word: 'camera model' },
  { tags: ['DateTimeOriginal', 'CreateDate', 'ModifyDate', 'GPSDateStamp'], word: 'date taken' },
];

type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

async function parseExif(exif: Buffer): Promise<Blocks> {
  try {
    const options = {
      tiff: true,
      ifd0: {},
      ifd1: true,
      exif: true,
      gps: true,
      makerNote: false,
      mergeOutput: false,
      reviveValues: false,
    };
    return ((await exifr.parse(exif, options)) ?? {}) as Blocks;
  } catch {
    return {};
  }
}

/** Words for what an EXIF block (TIFF structure) reveals. Never throws: what cannot be read is still `EXIF`. */
export async function describeExif(exif: Buffer): Promise<string[]> {
  if (exif.length > EXIF_MAX_BYTES) return [];
  const blocks = await parseExif(exif);
  const tags = new Set(Object.values(blocks).flatMap((block) => Object.keys(block ?? {})));
  const words = TAG_WORDS.filter((entry) => entry.tags.some((tag) => tags.has(tag))).map(
    ({ word }) => word,
  );
  if (blocks['gps'] && !words.includes('GPS position')) words.unshift('GPS data');
  return blocks['ifd1'] ? [...words, 'thumbnail'] : words;
}
