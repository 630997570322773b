import { type Box, FieldReader, splitBoxes } from '../boxes.ts';

/** What an item of a picture file is (ISO/IEC 14496-12, 8.11.6). */
export interface Item {
  id: number;
  /** Four characters: `av01`, `grid`, `Exif`. */
  type: string;
  /** 1: not to be shown by itself, such as a tile. */
  flags: number;
  /** What it is called, and for `mime` the type of its data behind that. */
  name: string;
}

/** A reference from an item to others (8.11.12). */
export interface ItemReference {
  type: string;
  from: number;
  to: number[];
}

/** A property that an item has (ISO/IEC 23008-12, 9.3.1). */
export interface Association {
  essential: boolean;
  /** Counted from 1. */
  property: number;
}

/** Where the bytes of an item stand: in the file, or in the box `idat`. */
export interface Location {
  inside: 'file' | 'idat';
  extents: { offset: number; length: number }[];
}

export class UnknownForm extends Error {
  override readonly name = 'UnknownForm';
}

/** Number of the item that is the picture (8.11.4). */
export function readPrimary({ body }: Box): number {
  const reader = new FieldReader(body);
  return reader.uint(reader.head().version === 0 ? 2 : 4);
}

/** Throws UnknownForm for entries of early versions and protected items, RangeError where the box is cut off. */
export function readItems({ body }: Box): Item[] {
  const reader = new FieldReader(body);
  reader.uint(reader.head().version === 0 ? 2 : 4);
  return splitBoxes(reader.rest()).map((entry) => {
    const fields = new FieldReader(entry.body);
    const { version, flags } = fields.head();
    if (entry.type !== 'infe' || (version !== 2 && version !== 3)) throw new UnknownForm();
    const id = fields.uint(version === 2 ? 2 : 4);
    if (fields.uint(2) !== 0) throw new UnknownForm();
    return { id, type: fields.type(), flags, name: fields.rest().toString('latin1', 0, 100) };
  });
}

export function readReferences({ body }: Box): ItemReference[] {
  const reader = new FieldReader(body);
  const size = reader.head().version === 0 ? 2 : 4;
  return splitBoxes(reader.rest()).map((reference) => {
    const fields = new FieldReader(reference.body);
    const from = fields.uint(size);
    const to = Array.from({ length: fields.uint(2) }, () => fields.uint(size));
    return { type: reference.type, from, to };
  });
}

/** Which properties items have, by number of the item. Throws UnknownForm where one stands there twice. */
export function readAssociations(
  boxes: readonly Box[],
): ReadonlyMap<number, readonly Association[]> {
  const found = new Map<number, Association[]>();
  for (const { body } of boxes) {
    const reader = new FieldReader(body);
    const { version, flags } = reader.head();
    const size = (flags & 1) === 1 ? 2 : 1;
    const essentialBit = size === 2 ? 0x8000 : 0x80;
    for (let count = reader.uint(4); count > 0; count -= 1) {
      const item = reader.uint(version === 0 ? 2 : 4);
      if (found.has(item)) throw new UnknownForm();
      const own = Array.from({ length: reader.uint(1) }, () => reader.uint(size)).map((value) => ({
        essential: value >= essentialBit,
        property: value % essentialBit,
      }));
      found.set(item, own);
    }
  }
  return found;
}

/** Where items stand, by number (8.11.3). Throws UnknownForm for what lies in other files or items. */
export function readLocations({ body }: Box): ReadonlyMap<number, Location> {
  const reader = new FieldReader(body);
  const { version } = reader.head();
  if (version > 2) throw new UnknownForm();
  const sizes = reader.uint(2);
  const [offset, length, base] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const index = version === 0 ? 0 : sizes & 15;
  const found = new Map<number, Location>();
  for (let count = reader.uint(version < 2 ? 2 : 4); count > 0; count -= 1) {
    const id = reader.uint(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.uint(2) & 15;
    // Another file, or another item.
    if (reader.uint(2) !== 0 || method > 1) throw new UnknownForm();
    const start = reader.uint(base);
    const parts = reader.uint(2);
    // Parts that take no room could be without end.
    if (parts > 1 && length === 0) throw new UnknownForm();
    const extents = Array.from({ length: parts }, () => {
      reader.uint(index);
      return { offset: start + reader.uint(offset), length: reader.uint(length) };
    });
    found.set(id, { inside: method === 0 ? 'file' : 'idat', extents });
  }
  return found;
}
