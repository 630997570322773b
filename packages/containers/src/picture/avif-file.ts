import { type Box, splitBoxes } from '../boxes.ts';
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

/** Which of an item's properties are shown. Throws UnknownForm where it cannot do without one that is not known here. */
export function shownProperties({ properties, associations }: AvifFile, id: number): Association[] {
  return (associations.get(id) ?? []).filter(({ essential, property }) => {
    const box = properties[property - 1];
    const isKnown = PICTURE_PROPERTIES.has(box?.type ?? '');
    if (!isKnown && essential) throw new UnknownForm();
    const profile = box && profileOf(box);
    return isKnown && (profile === undefined || cleanProfile(profile) !== undefined);
  });
}

/** The colour profile in a property; undefined where it is another one. */
export const profileOf = ({ type, body }: Box): Buffer | undefined =>
  type === 'colr' && /^(?:prof|rICC)$/.test(body.toString('latin1', 0, 4))
    ? body.subarray(4)
    : undefined;
