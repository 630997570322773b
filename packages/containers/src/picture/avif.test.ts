import { describe, expect, test } from 'vitest';
import { AVIF_ITEMS_MAX, PARTS_MAX } from '../limits.ts';
import { stripContainer } from '../fold.ts';
import { buildBox, buildFullBox, uint } from '../boxes.ts';

const text = (words: string): Buffer => Buffer.from(words, 'latin1');
const SECRET = 'Anna Petrova';

const item = (id: number, type: string, locked = 0): Buffer =>
  buildFullBox('infe', [2, 0], uint(id, 2), uint(locked, 2), text(`${type}${SECRET}\0`));

/** A row of `iloc`: one extent, in the file. */
const place = (id: number, offset: number, length: number, reference = 0): Buffer =>
  Buffer.concat([uint(id, 2), uint(reference, 2), uint(1, 2), uint(offset, 4), uint(length, 4)]);

const row = (id: number, ...properties: number[]): Buffer =>
  Buffer.concat([
    uint(id, 2),
    uint(properties.length, 1),
    ...properties.map((one) => uint(one, 1)),
  ]);

const ref = (type: string, from: number, to: number): Buffer =>
  buildBox(type, uint(from, 2), uint(1, 2), uint(to, 2));

interface Parts {
  items: Buffer[];
  places: Buffer[];
  /** Of `iloc`: bytes of an offset and of a length. */
  sizes: number;
  properties: Buffer[];
  rows: Buffer[];
  references: Buffer[];
  /** Further boxes in `meta` and behind everything. */
  inside: Buffer[];
  behind: Buffer[];
}

/** The least that is a picture, its data at the end of the file’s type: units that fill the room that is left (AV1, 5.3.1). */
const LEAST: Parts = {
  items: [item(1, 'av01')],
  places: [place(1, 12, 8)],
  sizes: 0x4400,
  properties: [buildBox('av1C', text('c')), buildFullBox('ispe', [0, 0], uint(8, 4), uint(8, 4))],
  rows: [row(1, 0x81, 2)],
  references: [],
  inside: [],
  behind: [],
};

function craft(changed: Partial<Parts>): Buffer {
  const { items, places, sizes, properties, rows, references, inside, behind } = {
    ...LEAST,
    ...changed,
  };
  const meta = [
    buildFullBox('hdlr', [0, 0], uint(0, 4), text(`pict${SECRET}\0`)),
    buildFullBox('pitm', [0, 0], uint(1, 2)),
    buildFullBox('iinf', [0, 0], uint(items.length, 2), ...items),
    buildFullBox('iloc', [0, 0], uint(sizes, 2), uint(places.length, 2), ...places),
    buildFullBox('iref', [0, 0], ...references),
    buildBox(
      'iprp',
      buildBox('ipco', ...properties),
      buildFullBox('ipma', [0, 0], uint(rows.length, 4), ...rows),
    ),
    ...inside,
  ];
  return Buffer.concat([
    buildBox('ftyp', text('avif0icture 0if1')),
    buildFullBox('meta', [0, 0], ...meta),
    buildBox('mdat', text('THUMBNAIL')),
    ...behind,
  ]);
}

const withSecond = (type: string, reference: string): Partial<Parts> => ({
  items: [...LEAST.items, item(2, type)],
  places: [...LEAST.places, place(2, 20, 3)],
  rows: [...LEAST.rows, row(2, 0x81)],
  references: [ref(reference, 2, 1)],
});

describe('an AVIF', () => {
  test('is written anew of its picture alone, without names', () => {
    const after = stripContainer(craft({ behind: [buildBox('uuid', text(SECRET))] }));
    expect(after?.subarray(-8).toString('latin1')).toBe('0icture ');
    expect(after?.includes(SECRET)).toBe(false);
    expect(stripContainer(after ?? Buffer.alloc(0))).toEqual(after);
  });

  test('keeps what belongs to the picture, and no thumbnail, which may show more', () => {
    const kept = stripContainer(craft(withSecond('av01', 'auxl')));
    expect(kept?.subarray(-11).toString('latin1')).toMatch(/^0icture /);
    expect(kept?.includes('auxl')).toBe(true);
    for (const [type, reference] of [
      ['av01', 'thmb'],
      ['Exif', 'cdsc'],
      ['mime', 'cdsc'],
    ] as const)
      expect(stripContainer(craft(withSecond(type, reference)))).toEqual(stripContainer(craft({})));
  });

  test('loses metadata that stand among the coded picture, and bytes that a property is too long for', () => {
    const coded = Buffer.concat([text('2\x04pict'), text('*\x05\x04Anna'), text('zzz')]);
    const parts = {
      properties: [
        LEAST.properties[0] ?? coded,
        buildFullBox('ispe', [0, 0], uint(8, 4), uint(8, 4), text(SECRET)),
      ],
      behind: [buildBox('mdat', coded)],
    };
    const at = craft(parts).length - coded.length;
    const after = stripContainer(craft({ ...parts, places: [place(1, at, 13)] })) ?? coded;
    expect(after.includes('pict')).toBe(true);
    expect(after.includes('Anna')).toBe(false);
    expect(stripContainer(after)?.equals(after)).toBe(true);
  });

  test('loses what a property says in words, unless it cannot be shown without', () => {
    const properties = [...LEAST.properties, buildBox('udes', text(SECRET))];
    expect(stripContainer(craft({ properties, rows: [row(1, 0x81, 2, 3)] }))).toEqual(
      stripContainer(craft({})),
    );
    expect(stripContainer(craft({ properties, rows: [row(1, 0x81, 2, 0x83)] }))).toBeUndefined();
    expect(stripContainer(craft({ rows: [row(1, 0x81, 0x87)] }))).toBeUndefined();
  });
});

describe('an AVIF is left alone', () => {
  const end = craft({}).length - 8;
  const endless = [uint(1, 2), uint(0, 2), uint(2, 2), uint(end, 4), uint(end, 4)];
  const free = buildBox('free');
  test.each<[string, Partial<Parts>]>([
    ['where two pictures are one of several to choose from', { inside: [buildBox('grpl')] }],
    [
      'of which a part was cropped away',
      {
        properties: [...LEAST.properties, buildBox('clap', Buffer.alloc(32))],
        rows: [row(1, 0x81, 2, 3)],
      },
    ],
    ['that lies over another', { items: [item(1, 'iovl')] }],
    ['that is protected', { items: [item(1, 'av01', 1)] }],
    ['whose data lie in another file', { places: [place(1, 8, 8, 1)] }],
    ['whose data are not all there', { places: [place(1, 8, 100_000)] }],
    ['whose picture is not there', { items: [item(2, 'av01')] }],
    ['whose picture is of another format', { items: [item(1, 'hvc1')] }],
    ['with two lists of items', { inside: [buildFullBox('iinf', [0, 0], uint(0, 2))] }],
    ['where an item has its properties twice', { rows: [row(1, 0x81), row(1, 0x81)] }],
    [
      'where items share their bytes',
      { ...withSecond('av01', 'auxl'), places: [place(1, 0, 0), place(2, 0, 0)] },
    ],
    [
      'of too many items',
      { items: Array.from({ length: AVIF_ITEMS_MAX + 1 }, (_, at) => item(at + 1, 'av01')) },
    ],
    ['of too many boxes', { behind: Array.from({ length: PARTS_MAX }, () => free) }],
    ['that is cut off', { behind: [buildBox('uuid', text(SECRET)).subarray(0, -1)] }],
    [
      'with parts of no length, of which there could be many',
      { sizes: 0x4000, places: [Buffer.concat(endless)] },
    ],
  ])('%s', (_, parts) => {
    expect(stripContainer(craft({}))).toBeDefined();
    expect(stripContainer(craft(parts))).toBeUndefined();
  });
});
