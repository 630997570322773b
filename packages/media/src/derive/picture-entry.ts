import { sha256 } from './cache-folder.ts';
import type { Encoded } from './encode.ts';
import type { Picture, PictureFile } from './picture.ts';

/** Types of the files that are kept, by extension. */
export const TYPES: ReadonlyMap<string, string> = new Map([
  ['avif', 'image/avif'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['ogg', 'audio/ogg'],
  ['opus', 'audio/ogg'],
  ['mp4', 'video/mp4'],
  ['webm', 'video/webm'],
  ['vtt', 'text/vtt; charset=utf-8'],
]);
/** Name of a derivative or of a kept file. */
export const NAME = /^[0-9a-f]{20}\.([a-z0-9]{3,4})$/;
const EXTENSIONS = {
  'image/avif': 'avif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
} as const;
/** Hexadecimal digits of the hash in a name. */
export const HASH_LENGTH = 20;

/** What a page needs to know of an encoded file. */
export function describeFile({ type, bytes, width, height }: Encoded): PictureFile {
  const name = `${sha256(bytes).slice(0, HASH_LENGTH)}.${EXTENSIONS[type]}`;
  return { name, width, height, bytes: bytes.length };
}

/** A picture of its files; `last` is what all browsers show. */
export function buildPicture(avif: readonly Encoded[], last: Encoded): Picture {
  const { width, height } = last;
  const sources = avif.length === 0 ? [] : [{ type: 'image/avif', files: avif.map(describeFile) }];
  return { width, height, sources, fallback: { ...describeFile(last), type: last.type } };
}

/** All files of a picture. */
export function filesOf(picture: Picture): PictureFile[] {
  return [...picture.sources.flatMap(({ files }) => files), picture.fallback];
}

/** An index entry carries the hash of itself: half a file or a changed one is no entry. */
export function serialiseEntry(picture: Picture): string {
  const text = JSON.stringify(picture);
  return `${sha256(text)}\n${text}\n`;
}

/** Reads what {@link serialiseEntry} wrote; undefined where it is anything else. */
export function parseEntry(entry: string): Picture | undefined {
  const [hash, text] = entry.split('\n');
  if (text === undefined || sha256(text) !== hash) return undefined;
  try {
    const picture: unknown = JSON.parse(text);
    return isPicture(picture) ? picture : undefined;
  } catch {
    return undefined;
  }
}

/** The cache may be another machine's: names of its files get into pages. */
function isPicture(value: unknown): value is Picture {
  const { width, height, sources, fallback } = (value ?? {}) as Record<string, unknown>;
  return (
    [width, height].every(isCount) &&
    Array.isArray(sources) &&
    sources.every(isSource) &&
    isFile(fallback) &&
    (fallback as { type?: unknown }).type === TYPES.get(extensionOf(fallback))
  );
}

function isSource(value: unknown): boolean {
  const { type, files } = (value ?? {}) as Record<string, unknown>;
  const isOfType = (file: PictureFile): boolean => TYPES.get(extensionOf(file)) === type;
  return Array.isArray(files) && files.every((file) => isFile(file) && isOfType(file));
}

function isFile(value: unknown): value is PictureFile {
  const { name, width, height, bytes } = (value ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && NAME.test(name) && [width, height, bytes].every(isCount);
}

const extensionOf = ({ name }: PictureFile): string => NAME.exec(name)?.[1] ?? '';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;
