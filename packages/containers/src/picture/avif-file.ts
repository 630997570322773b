import { type Box, splitBoxes } from '../boxes.ts';
import { cleanAv1 } from '../coded/av1.ts';
import { AVIF_ITEMS_MAX } from '../limits.ts';
import { PICTURE_ITEMS, PICTURE_PROPERTIES } from '../needed.ts';
import { cleanProfile } from '../profile.ts';
import {
  type Association,
  type Item,
  type ItemReference,
  type Location,
  readAssociations,
  readItems,
  readLocations,
  readPrimary,
  readReferences,
  UnknownForm,
} from './avif-items.ts';

/** A picture's file, taken apart. */
export interface AvifFile {
  bytes: Buffer;
  top: Box[];
  meta: Box[];
  primary: number;
  items: Item[];
  /** Those that are the picture, or that it is put together of. */
  kept: Item[];
  references: ItemReference[];
  locations: ReadonlyMap<number, Location>;
  idat: Buffer;
  /** Counted from 1. */
  properties: Box[];
  associations: ReadonlyMap<number, readonly Association[]>;
}

/** Boxes whose loss would change what is shown, or whose sense is not known here. */
const STUCK = /^(?:moov|moof|grpl|ipro)$/;

/** Throws RangeError where a box is cut off, UnknownForm for what is no still picture. */
export function readAvif(bytes: Buffer, top: Box[]): AvifFile {
  const meta = splitBoxes(only(top, 'meta').body.subarray(4));
  if ([...top, ...meta].some(({ type }) => STUCK.test(type))) throw new UnknownForm();
  only(top, 'ftyp');
  const primary = readPrimary(only(meta, 'pitm'));
  const references = meta.filter(({ type }) => type === 'iref').flatMap(readReferences);
  const items = readItems(only(meta, 'iinf'));
  const boxes = splitBoxes(only(meta, 'iprp').body);
  return {
    bytes,
    top,
    meta,
    primary,
    items,
    kept: pictureItems(items, primary, references),
    references,
    locations: readLocations(only(meta, 'iloc')),
    idat: meta.find(({ type }) => type === 'idat')?.body ?? Buffer.alloc(0),
    properties: splitBoxes(only(boxes, 'ipco').body),
    associations: readAssociations(boxes.filter(({ type }) => type === 'ipma')),
  };
}

/** Throws UnknownForm where there is none, or more. */
function only(boxes: readonly Box[], type: string): Box {
  const [box, ...more] = boxes.filter((each) => each.type === type);
  if (box === undefined || more.length > 0) throw new UnknownForm();
  return box;
}

/** The picture, what it is put together of, and what belongs to these, such as their transparency. */
function pictureItems(
  items: readonly Item[],
  primary: number,
  references: readonly ItemReference[],
): Item[] {
  if (Math.max(items.length, references.length) > AVIF_ITEMS_MAX) throw new UnknownForm();
  const wanted = new Set([primary]);
  for (let before = 0; before < wanted.size;) {
    before = wanted.size;
    for (const { type, from, to } of references) {
      if (type === 'dimg' && wanted.has(from)) for (const id of to) wanted.add(id);
      if (type === 'auxl' && to.some((id) => wanted.has(id))) wanted.add(from);
    }
  }
  const kept = items.filter(({ id }) => wanted.has(id));
  const isKnown = kept.length === wanted.size && kept.every(({ type }) => PICTURE_ITEMS.has(type));
  if (!isKnown) throw new UnknownForm();
  return kept;
}

/** Whether less is shown than is there (ISO/IEC 23008-12, 6.5.9 and 6.6.2.2). */
export const hidesPixels = ({ kept, properties, associations }: AvifFile): boolean =>
  kept.some(
    ({ id, type }) =>
      type === 'iovl' ||
      associations.get(id)?.some(({ property }) => properties[property - 1]?.type === 'clap'),
  );

/** Where the bytes of an item stand. Throws RangeError where they are not all there. */
export function extentsOf(
  { locations, bytes, idat }: AvifFile,
  id: number,
): { source: 'file' | 'idat'; data: Buffer; start: number; end: number }[] {
  const location = locations.get(id);
  if (location === undefined) throw new UnknownForm();
  const from = location.inside === 'file' ? bytes : idat;
  return location.extents.map(({ offset, length }) => {
    // No length: to the end.
    const end = length === 0 ? from.length : offset + length;
    if (end > from.length || offset > end) throw new RangeError('An item is cut off.');
    return { source: location.inside, data: from.subarray(offset, end), start: offset, end };
  });
}

/**
 * The bytes of each item that is kept, as they are and without what stands beside the coded picture. Throws RangeError where
 * they are more than the file, UnknownForm where they cannot be read.
 */
export function dataOfKept(file: AvifFile): { given: Buffer; clean: Buffer }[] {
  let left = file.bytes.length;
  return file.kept.map(({ id, type }) => {
    const parts = extentsOf(file, id).map(({ data }) => data);
    left -= parts.reduce((sum, part) => sum + part.length, 0);
    if (left < 0) throw new RangeError('Items share their bytes.');
    const given = Buffer.concat(parts);
    const clean = type === 'av01' ? cleanAv1(given) : given;
    // How tiles are put together takes few bytes (ISO/IEC 23008-12, 6.6.2.3).
    if (clean === undefined || (type === 'grid' && given.length > GRID_BYTES))
      throw new UnknownForm();
    return { given, clean };
  });
}

const GRID_BYTES = 12;
/** Of `av1C` before its units (AV1 in ISO base media file format, 2.3.3). */
const AV1_HEAD_BYTES = 4;

/** What a property holds that is needed. Throws UnknownForm where it cannot be read. */
export function cleanProperty(box: Box): Buffer {
  const profile = profileOf(box);
  const clean = profile && cleanProfile(profile);
  if (clean) return Buffer.concat([box.body.subarray(0, 4), clean]);
  const body = box.type === 'av1C' ? cleanAv1(box.body, AV1_HEAD_BYTES) : box.body;
  if (body === undefined) throw new UnknownForm();
  return body;
}

/** Which of an item's properties are shown. Throws UnknownForm where it cannot do without one that is not known here. */
export function shownProperties({ properties, associations }: AvifFile, id: number): Association[] {
  return (associations.get(id) ?? []).filter(({ essential, property }) => {
    const box = properties[property - 1];
    const isKnown = box !== undefined && isKnownProperty(box);
    if (!isKnown && essential) throw new UnknownForm();
    const profile = box && profileOf(box);
    return isKnown && (profile === undefined || cleanProfile(profile) !== undefined);
  });
}

/** Colours by numbers (ISO/IEC 14496-12, 12.1.5). */
const COLOUR_BYTES = 11;

/** Whether a property is one that a picture needs, and no longer than it has to be. */
export function isKnownProperty(box: Box): boolean {
  const most = PICTURE_PROPERTIES.get(box.type) ?? -1;
  const isProfile = profileOf(box) !== undefined;
  return box.body.length <= (box.type === 'colr' && !isProfile ? COLOUR_BYTES : most);
}

/** The colour profile in a property; undefined where it is another one. */
export const profileOf = ({ type, body }: Box): Buffer | undefined =>
  type === 'colr' && /^(?:prof|rICC)$/.test(body.toString('latin1', 0, 4))
    ? body.subarray(4)
    : undefined;
