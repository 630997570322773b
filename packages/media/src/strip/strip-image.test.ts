import { stripContainer } from '@tamizdat/containers';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { stripImage } from './strip-image.ts';

const gradient = () =>
  sharp(Buffer.from(Array.from({ length: 40 * 24 * 3 }, (_, index) => (index * 7) % 251)), {
    raw: { width: 40, height: 24, channels: 3 },
  });
const SECRET = 'Anna Petrova';
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta>`;
const exif = { IFD0: { Artist: SECRET } };
const jpeg = (options = {}) =>
  gradient().withExif(exif).withIccProfile('p3').jpeg(options).toBuffer();

/** The types of the boxes of a file, one after another. */
const boxesOf = (bytes: Buffer): string[] =>
  bytes.length === 0
    ? []
    : [bytes.toString('latin1', 4, 8), ...boxesOf(bytes.subarray(bytes.readUInt32BE(0)))];

/** A comment segment behind the start of a JPEG. */
const withComment = (bytes: Buffer) =>
  Buffer.concat([
    bytes.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, 2 + SECRET.length]),
    Buffer.from(SECRET),
    bytes.subarray(2),
  ]);

test.each([
  ['a JPEG', {}],
  ['a progressive JPEG', { progressive: true }],
])('%s keeps its pixels and profile, and nothing else', async (_, options) => {
  const bytes = Buffer.concat([withComment(await jpeg(options)), Buffer.from(SECRET)]);
  expect(bytes.toString('latin1').split(SECRET)).toHaveLength(4);
  const stripped = await stripImage(bytes);
  expect(stripped?.turned).toBe(false);
  const after = stripped?.bytes ?? Buffer.alloc(0);
  expect(after.includes(SECRET)).toBe(false);
  const meta = await sharp(after).metadata();
  expect([meta.exif, meta.comments, meta.icc !== undefined]).toEqual([undefined, undefined, true]);
  expect((await sharp(after).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(
    true,
  );
});

test('a PNG keeps its pixels, and nothing else', async () => {
  const bytes = Buffer.concat([
    await gradient().withExif(exif).png().toBuffer(),
    Buffer.from(SECRET),
  ]);
  expect(bytes.toString('latin1').split(SECRET)).toHaveLength(3);
  const after = (await stripImage(bytes))?.bytes ?? Buffer.alloc(0);
  expect(after.includes(SECRET)).toBe(false);
  expect((await sharp(after).raw().toBuffer()).equals(await gradient().raw().toBuffer())).toBe(
    true,
  );
});

test.each([
  ['lossy', { quality: 80 }],
  ['lossless', { lossless: true }],
])('a %s WebP keeps its pixels and profile, and nothing else', async (_, options) => {
  const written = gradient().withExif(exif).withXmp(XMP).withIccProfile('p3').webp(options);
  const bytes = Buffer.concat([await written.toBuffer(), Buffer.from(SECRET)]);
  expect(bytes.toString('latin1').split(SECRET)).toHaveLength(4);
  const after = (await stripImage(bytes))?.bytes ?? Buffer.alloc(0);
  expect(after.includes(SECRET)).toBe(false);
  const meta = await sharp(after).metadata();
  expect([meta.exif, meta.xmp, meta.icc !== undefined]).toEqual([undefined, undefined, true]);
  // EXIF and XMP are no longer announced (RFC 9649, 2.7).
  expect((after[20] ?? 0xff) & 0x0c).toBe(0);
  expect((await sharp(after).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(
    true,
  );
});

test.each([
  ['an opaque', 3, {}],
  ['a transparent', 4, {}],
  ['a lossless', 3, { lossless: true }],
  ['a ten-bit', 3, { bitdepth: 10 }],
] as const)(
  '%s AVIF keeps its pixels and profile, and nothing else',
  async (_, channels, options) => {
    const size = { width: 64, height: 48, channels };
    const pixels = Buffer.from(
      Array.from({ length: 64 * 48 * channels }, (_, at) => (at * 7) % 251),
    );
    const bytes = await sharp(pixels, { raw: size })
      .withExif(exif)
      .withXmp(XMP)
      .withIccProfile('p3')
      .avif(options)
      .toBuffer();
    expect(bytes.toString('latin1').split(SECRET)).toHaveLength(3);
    const file = Buffer.concat([bytes, Buffer.from(`\0\0\0\x14free${SECRET}`)]);
    const after = (await stripImage(file))?.bytes ?? Buffer.alloc(0);
    expect(after.includes(SECRET)).toBe(false);
    expect(boxesOf(after)).toEqual(['ftyp', 'meta', 'mdat']);
    const before = await sharp(bytes).metadata();
    const meta = await sharp(after).metadata();
    expect([meta.exif, meta.xmp, meta.icc]).toEqual([undefined, undefined, before.icc]);
    expect([meta.icc !== undefined, meta.channels, meta.bitsPerSample]).toEqual([
      true,
      channels,
      before.bitsPerSample,
    ]);
    expect((await sharp(after).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(
      true,
    );
    // Nothing more is found in what was written anew.
    expect((await stripImage(after))?.bytes.equals(after)).toBe(true);
  },
);

test('an AVIF with more than a picture in it, or that moves, is left alone', async () => {
  const bytes = await gradient().avif().toBuffer();
  expect(stripContainer(bytes)).toBeDefined();
  expect(stripContainer(Buffer.concat([bytes, Buffer.from('\0\0\0\x08moov')]))).toBeUndefined();
  const replaced = (from: string, to: string) =>
    Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
  expect(stripContainer(replaced('infe\x02', 'infe\x01'))).toBeUndefined();
  expect(stripContainer(replaced('av01\0', 'hvc1\0'))).toBeUndefined();
  // The decoder’s configuration is essential.
  expect(stripContainer(replaced('av1C', 'av2C'))).toBeUndefined();
});

test('a GIF keeps its pixels, and nothing else', async () => {
  const bytes = await gradient().gif().toBuffer();
  // Behind the screen and its 256 colours.
  const table = 13 + 3 * 256;
  const end = bytes.length - 1;
  const sub = (text: string) => `${String.fromCharCode(text.length)}${text}`;
  const comment = Buffer.from(`!\xfe${sub(SECRET)}\0`, 'latin1');
  const xmp = Buffer.from(`!\xff${sub('XMP DataXMP')}${sub(SECRET)}\0`, 'latin1');
  const file = Buffer.concat([
    ...[bytes.subarray(0, table), comment, xmp, bytes.subarray(table, end), comment],
    ...[bytes.subarray(end), Buffer.from(SECRET)],
  ]);
  expect(file.toString('latin1').split(SECRET)).toHaveLength(5);
  const after = (await stripImage(file))?.bytes ?? Buffer.alloc(0);
  expect(after.includes(SECRET)).toBe(false);
  expect((await sharp(after).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(
    true,
  );
  const twice = Buffer.concat([bytes.subarray(0, end), bytes.subarray(table)]);
  expect(await stripImage(twice)).toBeUndefined();
  expect(stripContainer(bytes.subarray(0, end))).toBeUndefined();
});

test('a moving WebP is left alone', async () => {
  const frames = { create: { width: 8, height: 16, channels: 3, background: 'red' } } as const;
  const still = await sharp(frames).webp().toBuffer();
  const control = Buffer.from('ANIM\x06\0\0\0\0\0\0\0\0\0', 'latin1');
  const moving = Buffer.concat([still, control]);
  moving.writeUInt32LE(moving.length - 8, 4);
  expect(await stripImage(still)).toBeDefined();
  expect(await stripImage(moving)).toBeUndefined();
});

test('a JPEG on its side is turned upright', async () => {
  const bytes = await gradient().withMetadata({ orientation: 6, exif }).jpeg().toBuffer();
  const stripped = await stripImage(bytes);
  expect(stripped?.turned).toBe(true);
  const { width, height, orientation, exif: left } = await sharp(stripped?.bytes).metadata();
  expect([width, height, orientation, left]).toEqual([24, 40, undefined, undefined]);
});

test('a moving PNG is left alone: its frames are no metadata', async () => {
  const png = await gradient().png().toBuffer();
  const control = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)]);
  expect(await stripImage(png)).toBeDefined();
  const moving = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
  expect(await stripImage(moving)).toBeUndefined();
});

test('what is cut off or no picture is left alone', async () => {
  const bytes = await jpeg();
  expect(await stripImage(bytes.subarray(0, 200))).toBeUndefined();
  expect(await stripImage(Buffer.from('PK\u0003\u0004'))).toBeUndefined();
  expect(await stripImage((await gradient().webp().toBuffer()).subarray(0, -1))).toBeUndefined();
  expect(await stripImage((await gradient().avif().toBuffer()).subarray(0, -1))).toBeUndefined();
});

test('any bytes are read to their end or refused', async () => {
  const start = (await jpeg()).subarray(0, 400);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 400 }), (noise, cut) => {
      const bytes = Buffer.concat([start.subarray(0, cut), noise]);
      const result = stripContainer(bytes);
      expect(result === undefined || result.length <= bytes.length).toBe(true);
    }),
  );
});

test('whatever byte of an AVIF is wrong, it is written anew of no more bytes, or refused', async () => {
  const file = await gradient().withExif(exif).avif().toBuffer();
  fc.assert(
    fc.property(
      fc.nat({ max: 500 }),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      (at, noise) => {
        const bytes = Buffer.from(file);
        bytes.set(noise, at);
        const result = stripContainer(bytes);
        expect(result === undefined || result.length <= bytes.length + 200).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

const noise = (width: number, height: number) =>
  sharp(Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => (at * at * 7) % 251)), {
    raw: { width, height, channels: 3 },
  });
/** A WebP one of whose chunks is longer by a word. */
const longerChunk = (type: string) => (bytes: Buffer) => {
  const at = bytes.indexOf(type);
  const length = bytes.readUInt32LE(at + 4);
  const made = Buffer.concat([bytes.subarray(0, at + 8 + length), Buffer.from(SECRET)]);
  made.writeUInt32LE(length + SECRET.length, at + 4);
  const next = bytes.subarray(at + 8 + length + (length % 2));
  const even = Buffer.concat([made, Buffer.alloc((length + SECRET.length) % 2), next]);
  even.writeUInt32LE(even.length - 8, 4);
  return even;
};
const longerJpeg = (bytes: Buffer) =>
  Buffer.concat([bytes.subarray(0, -2), Buffer.from(SECRET), bytes.subarray(-2)]);

test.each([
  ['a progressive JPEG', () => noise(90, 70).jpeg({ progressive: true }), longerJpeg],
  ['a small progressive JPEG', () => noise(9, 7).jpeg({ progressive: true }), longerJpeg],
  ['a WebP', () => noise(90, 70).webp(), longerChunk('VP8 ')],
  ['a lossless WebP', () => noise(90, 70).webp({ lossless: true }), longerChunk('VP8L')],
  ['a transparent WebP', () => noise(90, 70).ensureAlpha(0.5).webp(), longerChunk('ALPH')],
])('%s with a word behind its coded pixels is encoded anew', async (_, picture, longer) => {
  const plain = await picture().toBuffer();
  expect((await stripImage(plain))?.anew).toBe(false);
  const stripped = await stripImage(longer(plain));
  expect(stripped?.anew).toBe(true);
  expect(stripped?.bytes.includes(SECRET)).toBe(false);
});

test.each([
  ['colours for each pixel', 90, '4:4:4'],
  ['half of the colours', 90, '4:2:0'],
  ['few pixels', 5, '4:4:4'],
])('a JPEG of %s loses a word behind its coded pixels, and no pixel', async (_, side, colours) => {
  const plain = await noise(side, side).jpeg({ chromaSubsampling: colours }).toBuffer();
  expect(await stripImage(plain)).toEqual({ bytes: plain, turned: false, anew: false });
  expect(await stripImage(longerJpeg(plain))).toEqual({ bytes: plain, turned: false, anew: false });
});

test('an AVIF that was cropped without being encoded anew loses what is not shown', async () => {
  const told = await noise(64, 64).withXmp(XMP).avif({ lossless: true }).toBuffer();
  const cropped = withCrop(stripContainer(told) ?? told, [40, 30]);
  expect((await sharp(cropped).metadata()).width).toBe(40);
  const stripped = await stripImage(cropped);
  expect(stripped?.anew).toBe(true);
  const after = await sharp(stripped?.bytes).metadata();
  expect([after.width, after.height]).toEqual([40, 30]);
  expect(stripped?.bytes.includes('clap')).toBe(false);
});

/** An AVIF, as it is written here, with a further property of its picture: the middle of it alone is shown. */
function withCrop(bytes: Buffer, [width, height]: readonly [number, number]): Buffer {
  const numbers = [width, 1, height, 1, 0, 1, 0, 1].map((number) => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(number);
    return four;
  });
  const clap = Buffer.concat([Buffer.from('\0\0\0\x28clap', 'latin1'), ...numbers]);
  const insert = (before: Buffer, piece: Buffer, at: number) =>
    Buffer.concat([before.subarray(0, at), piece, before.subarray(at)]);
  const ipma = bytes.indexOf('ipma') - 4;
  const ipco = bytes.indexOf('ipco');
  let count = 0;
  for (let at = ipco + 4; at < ipma; at += bytes.readUInt32BE(at)) count += 1;
  let file = insert(bytes, clap, ipma);
  // Behind size, type, version, number of items and the item’s own: how many properties it has.
  const own = ipma + clap.length + 18;
  const has = file[own] ?? 0;
  file[own] = has + 1;
  file = insert(file, Buffer.from([0x80, count + 1]), own + 1 + has);
  const grow = (type: string, by: number) => {
    const at = file.indexOf(type) - 4;
    file.writeUInt32BE(file.readUInt32BE(at) + by, at);
  };
  grow('ipco', clap.length);
  grow('ipma', 2);
  grow('iprp', clap.length + 2);
  grow('meta', clap.length + 2);
  // Where the coded picture stands, behind what became longer.
  const place = file.indexOf('iloc') + 18;
  file.writeUInt32BE(file.readUInt32BE(place) + clap.length + 2, place);
  return file;
}
