import { AVIF_ITEMS_MAX } from '../limits.ts';
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
import { type Box, buildBox, buildFullBox, splitBoxes, uint } from './boxes.ts';

/** Properties that the picture needs to look as it does (AV1 Image File Format; ISO/IEC 23008-12, 6.5); texts are none. */
const SHOWN = new Set([
  ...[
    'av1C',
    'ispe',
    'pixi',
    'colr',
    'pasp',
    'clap',
    'irot',
    'imir',
    'auxC',
    'a1op',
    'a1lx',
    'lsel',
  ],
  ...['clli', 'mdcv', 'cclv', 'amve'],
]);

/** Items that are pictures, or made of them. EXIF and XMP are none. */
const PICTURES = new Set(['av01', 'grid', 'iovl', 'iden']);

/** Boxes whose loss would change what is shown, or whose sense is not known here. */
const REFUSED = new Set(['moov', 'grpl', 'ipro']);

/**
 * An AVIF file without what it says besides the picture: it is written anew of the picture’s own items and their
 * properties. EXIF, XMP, names, thumbnails, texts and whatever else stands in it are left out; the coded picture’s bytes
 * stay. Undefined where it is cut off, moves, or has a form that is not known here (ISO/IEC 14496-12 and 23008-12).
 */
export function stripAvif(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return undefined;
  try {
    return rewrite(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof UnknownForm) return undefined;
    throw error;
  }
}

function rewrite(bytes: Buffer): Buffer {
  const top = splitBoxes(bytes);
  const meta = splitBoxes(only(top, 'meta').body.subarray(4));
  if ([...top, ...meta].some(({ type }) => REFUSED.has(type))) throw new UnknownForm();
  const primary = readPrimary(only(meta, 'pitm'));
  const references = meta.filter(({ type }) => type === 'iref').flatMap(readReferences);
  const kept = pictureItems(readItems(only(meta, 'iinf')), primary, references);
  const data = dataOf(kept, bytes, meta);
  const file = (offset: number) => {
    const boxes = [
      buildFullBox('hdlr', [0, 0], uint(0, 4), Buffer.from('pict'), Buffer.alloc(13)),
      buildFullBox('pitm', [0, 0], uint(primary, 2)),
      buildLocations(kept, data, offset),
      buildItems(kept),
      ...buildReferences(kept, references),
      buildProperties(kept, only(meta, 'iprp')),
    ];
    return Buffer.concat([
      buildBox('ftyp', only(top, 'ftyp').body),
      buildFullBox('meta', [0, 0], ...boxes),
    ]);
  };
  // Numbers take the same room whatever they are.
  const start = file(0).length + 8;
  return Buffer.concat([file(start), buildBox('mdat', ...data)]);
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
  const isKnown = kept.length === wanted.size && kept.every(({ type }) => PICTURES.has(type));
  if (!isKnown) throw new UnknownForm();
  return kept;
}

/** The bytes of each item. Throws RangeError where they are not all there, or more than the file. */
function dataOf(kept: readonly Item[], bytes: Buffer, meta: readonly Box[]): Buffer[] {
  const locations = readLocations(only(meta, 'iloc'));
  const idat = meta.find(({ type }) => type === 'idat')?.body ?? Buffer.alloc(0);
  let left = bytes.length;
  return kept.map(({ id }) => {
    const location = locations.get(id);
    if (location === undefined) throw new UnknownForm();
    const parts = partsOf(location, location.inside === 'file' ? bytes : idat);
    left -= parts.reduce((sum, part) => sum + part.length, 0);
    if (left < 0) throw new RangeError('Items share their bytes.');
    return Buffer.concat(parts);
  });
}

const partsOf = ({ extents }: Location, source: Buffer): Buffer[] =>
  extents.map(({ offset, length }) => {
    // No length: to the end.
    const end = length === 0 ? source.length : offset + length;
    if (end > source.length || offset > end) throw new RangeError('An item is cut off.');
    return source.subarray(offset, end);
  });

function buildLocations(kept: readonly Item[], data: readonly Buffer[], offset: number): Buffer {
  let at = offset;
  const rows = kept.map(({ id }, index) => {
    const length = data[index]?.length ?? 0;
    // One extent, of this file.
    const row = [uint(id, 2), uint(0, 2), uint(1, 2), uint(at, 4), uint(length, 4)];
    at += length;
    return Buffer.concat(row);
  });
  return buildFullBox('iloc', [0, 0], uint(0x4400, 2), uint(kept.length, 2), ...rows);
}

function buildItems(kept: readonly Item[]): Buffer {
  const entries = kept.map(({ id, type, flags }) =>
    // Neither protected nor named.
    buildFullBox('infe', [2, flags], uint(id, 2), uint(0, 2), Buffer.from(`${type}\0`, 'latin1')),
  );
  return buildFullBox('iinf', [0, 0], uint(kept.length, 2), ...entries);
}

function buildReferences(kept: readonly Item[], references: readonly ItemReference[]): Buffer[] {
  const isKept = (id: number) => kept.some((item) => item.id === id);
  const rows = references
    .filter(({ from, to }) => isKept(from) && to.every(isKept))
    .map(({ type, from, to }) =>
      buildBox(type, uint(from, 2), uint(to.length, 2), ...to.map((id) => uint(id, 2))),
    );
  return rows.length === 0 ? [] : [buildFullBox('iref', [0, 0], ...rows)];
}

/** The properties that the items need, each numbered anew, and which item has which. */
function buildProperties(kept: readonly Item[], { body }: Box): Buffer {
  const boxes = splitBoxes(body);
  const properties = splitBoxes(only(boxes, 'ipco').body);
  const associations = readAssociations(boxes.filter(({ type }) => type === 'ipma'));
  const used: number[] = [];
  const rows = kept.map(({ id }) => {
    const own = (associations.get(id) ?? []).filter((one) => isShown(one, properties));
    const numbers = own.map(({ essential, property }) => {
      if (!used.includes(property)) used.push(property);
      return uint((essential ? 0x8000 : 0) + used.indexOf(property) + 1, 2);
    });
    return Buffer.concat([uint(id, 2), uint(numbers.length, 1), ...numbers]);
  });
  const shown = used.map((number) => {
    const { type = '', body: own = Buffer.alloc(0) } = properties[number - 1] ?? {};
    return buildBox(type, own);
  });
  return buildBox(
    'iprp',
    buildBox('ipco', ...shown),
    buildFullBox('ipma', [0, 1], uint(kept.length, 4), ...rows),
  );
}

/** Throws UnknownForm where the picture cannot do without a property that is not known here. */
function isShown({ essential, property }: Association, properties: readonly Box[]): boolean {
  const isKnown = SHOWN.has(properties[property - 1]?.type ?? '');
  if (!isKnown && essential) throw new UnknownForm();
  return isKnown;
}
