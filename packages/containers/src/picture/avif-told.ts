import { NEUTRAL_NAMES, PICTURE_BOXES, PICTURE_META } from '../needed.ts';
import { isBlank, LEFT_OVER, printable, PROGRAM } from '../part.ts';
import { cleanProfile } from '../profile.ts';
import { cleanBrands } from '../brands.ts';
import { nameBox } from '../name-box.ts';
import type { Box } from '../boxes.ts';
import {
  type AvifFile,
  cleanProperty,
  dataOfKept,
  extentsOf,
  isKnownProperty,
  profileOf,
} from './avif-file.ts';
import type { Item } from './avif-items.ts';
import type { Word } from '../words.ts';

/** What an AVIF file says besides the picture, and its EXIF. Throws RangeError where an item is cut off. */
export function tellAvif(file: AvifFile): { told: Word[]; exif?: Buffer } {
  const others = file.items.filter((item) => !file.kept.includes(item));
  const isNamed = file.kept.some(({ name }) => !NEUTRAL_NAMES.has(withoutEnd(name)));
  const told: Word[] = [
    ...tellBoxes(file.top, PICTURE_BOXES),
    ...tellBoxes(file.meta, PICTURE_META),
    ...file.meta.filter(({ type }) => type === 'hdlr').flatMap(tellHandler),
    ...others.map((item) => nameItem(item, file)),
    ...(isNamed ? (['title'] as const) : []),
    ...file.properties.flatMap(tellProperty),
    ...tellLeftOver(file),
    ...file.top
      .filter(({ type, body }) => type === 'ftyp' && cleanBrands(body) !== body)
      .map((): Word => LEFT_OVER),
    ...(dataOfKept(file).some(({ given, clean }) => clean !== given) ? ([LEFT_OVER] as const) : []),
  ];
  const exif = others.find(({ type }) => type === 'Exif');
  return { told, ...(exif && { exif: readExif(file, exif) }) };
}

const withoutEnd = (name: string): string => name.replace(/\0[^]*$/, '');

function tellBoxes(boxes: readonly Box[], needed: ReadonlySet<string>): Word[] {
  return boxes.flatMap((box) => {
    if (needed.has(box.type)) return [];
    if (/^(?:free|skip)$/.test(box.type)) return isBlank(box.body) ? [] : [LEFT_OVER];
    return nameBox(box);
  });
}

/** Behind version, flags and twelve bytes stands what a program calls itself (ISO/IEC 14496-12, 8.4.3). */
const tellHandler = ({ body }: Box): Word[] =>
  NEUTRAL_NAMES.has(withoutEnd(body.toString('latin1', 24))) && isBlank(body.subarray(12, 24))
    ? []
    : [PROGRAM];

function nameItem({ id, type, name }: Item, { references }: AvifFile): Word {
  if (type === 'Exif') return 'EXIF';
  if (type === 'mime') return /rdf\+xml|xmp/i.test(name) ? 'XMP' : 'item “mime”';
  const isThumbnail = references.some((one) => one.type === 'thmb' && one.from === id);
  return isThumbnail ? 'thumbnail' : `item “${printable(type)}”`;
}

function tellProperty(box: Box): Word[] {
  const { type, body } = box;
  if (type === 'free') return isBlank(body) ? [] : [LEFT_OVER];
  if (!isKnownProperty(box)) return [`box “${printable(type)}”`];
  const profile = profileOf(box);
  if (profile === undefined) return cleanProperty(box) === body ? [] : [LEFT_OVER];
  return cleanProfile(profile) === profile ? [] : ['names in the colour profile'];
}

/** EXIF stands behind a number that says where in it the TIFF structure begins (ISO/IEC 23008-12, annex A). */
function readExif(file: AvifFile, { id }: Item): Buffer {
  const data = Buffer.concat(extentsOf(file, id).map((extent) => extent.data));
  return data.length < 4 ? data : data.subarray(4 + data.readUInt32BE(0));
}

/** What stands beside the items’ bytes; items that are told by themselves are none of it. */
function tellLeftOver(file: AvifFile): Word[] {
  const extents = file.items
    .filter(({ id }) => file.locations.has(id))
    .flatMap(({ id }) => extentsOf(file, id))
    .filter(({ source }) => source === 'file')
    .sort((one, other) => one.start - other.start);
  const gaps = file.top
    .filter(({ type }) => type === 'mdat')
    .flatMap(({ start, end }) => {
      let at = start;
      const between: [number, number][] = [];
      for (const extent of extents) {
        if (extent.end <= at || extent.start >= end) continue;
        if (extent.start > at) between.push([at, extent.start]);
        at = extent.end;
      }
      return at < end ? [...between, [at, end] as const] : between;
    });
  return gaps.every(([from, to]) => isBlank(file.bytes.subarray(from, to))) ? [] : [LEFT_OVER];
}
