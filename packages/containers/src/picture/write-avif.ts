import { cleanBrands } from '../brands.ts';
import { buildBox, buildFullBox, uint } from '../boxes.ts';
import { type AvifFile, cleanProperty, dataOfKept, shownProperties } from './avif-file.ts';

/**
 * An AVIF file of the picture’s own items and their properties: EXIF, XMP, names, thumbnails, texts and whatever else stood
 * in it are left out; the coded picture’s bytes stay.
 */
export function writeAvif(file: AvifFile): Buffer {
  const data = dataOfKept(file).map(({ clean }) => clean);
  const properties = buildProperties(file);
  const head = (offset: number) => {
    const boxes = [
      buildFullBox('hdlr', [0, 0], uint(0, 4), Buffer.from('pict'), Buffer.alloc(13)),
      buildFullBox('pitm', [0, 0], uint(file.primary, 2)),
      buildLocations(file, data, offset),
      buildItems(file),
      ...buildReferences(file),
      properties,
    ];
    const ftyp = file.top.find(({ type }) => type === 'ftyp')?.body ?? Buffer.alloc(0);
    return Buffer.concat([
      buildBox('ftyp', cleanBrands(ftyp)),
      buildFullBox('meta', [0, 0], ...boxes),
    ]);
  };
  // Numbers take the same room whatever they are.
  const start = head(0).length + 8;
  return Buffer.concat([head(start), buildBox('mdat', ...data)]);
}

function buildLocations({ kept }: AvifFile, data: readonly Buffer[], offset: number): Buffer {
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

function buildItems({ kept }: AvifFile): Buffer {
  const entries = kept.map(({ id, type, flags }) =>
    // Neither protected nor named.
    buildFullBox('infe', [2, flags], uint(id, 2), uint(0, 2), Buffer.from(`${type}\0`, 'latin1')),
  );
  return buildFullBox('iinf', [0, 0], uint(kept.length, 2), ...entries);
}

function buildReferences({ kept, references }: AvifFile): Buffer[] {
  const isKept = (id: number) => kept.some((item) => item.id === id);
  const rows = references
    .filter(({ from, to }) => isKept(from) && to.every(isKept))
    .map(({ type, from, to }) =>
      buildBox(type, uint(from, 2), uint(to.length, 2), ...to.map((id) => uint(id, 2))),
    );
  return rows.length === 0 ? [] : [buildFullBox('iref', [0, 0], ...rows)];
}

/** The properties that the items need, each numbered anew, and which item has which. */
function buildProperties(file: AvifFile): Buffer {
  const used: number[] = [];
  const rows = file.kept.map(({ id }) => {
    const numbers = shownProperties(file, id).map(({ essential, property }) => {
      if (!used.includes(property)) used.push(property);
      return uint((essential ? 0x8000 : 0) + used.indexOf(property) + 1, 2);
    });
    return Buffer.concat([uint(id, 2), uint(numbers.length, 1), ...numbers]);
  });
  return buildBox(
    'iprp',
    buildBox('ipco', ...used.map((number) => buildProperty(file, number))),
    buildFullBox('ipma', [0, 1], uint(file.kept.length, 4), ...rows),
  );
}

function buildProperty({ properties }: AvifFile, number: number): Buffer {
  const box = properties[number - 1];
  if (box === undefined) throw new RangeError('A property is not there.');
  return buildBox(box.type, cleanProperty(box));
}
