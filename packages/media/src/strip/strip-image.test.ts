import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { stripJpeg } from './jpeg.ts';
import { stripPng } from './png.ts';
import { stripImage } from './strip-image.ts';
import { stripWebp } from './webp.ts';

const gradient = () =>
  sharp(Buffer.from(Array.from({ length: 40 * 24 * 3 }, (_, index) => (index * 7) % 251)), {
    raw: { width: 40, height: 24, channels: 3 },
  });
const SECRET = 'Anna Petrova';
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta>`;
const exif = { IFD0: { Artist: SECRET } };
const jpeg = (options = {}) =>
  gradient().withExif(exif).withIccProfile('p3').jpeg(options).toBuffer();

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

test('a moving WebP is left alone', async () => {
  const frames = { create: { width: 8, height: 16, channels: 3, background: 'red' } } as const;
  const still = await sharp(frames).webp().toBuffer();
  const control = Buffer.from('ANIM\x06\0\0\0\0\0\0\0\0\0', 'latin1');
  const moving = Buffer.concat([still, control]);
  moving.writeUInt32LE(moving.length - 8, 4);
  expect(stripWebp(still)).toBeDefined();
  expect(stripWebp(moving)).toBeUndefined();
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
  expect(stripPng(png)).toBeDefined();
  expect(stripPng(Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]))).toBeUndefined();
});

test('what is cut off or no picture is left alone', async () => {
  const bytes = await jpeg();
  expect(await stripImage(bytes.subarray(0, 200))).toBeUndefined();
  expect(await stripImage(Buffer.from('PK\u0003\u0004'))).toBeUndefined();
  expect(await stripImage((await gradient().webp().toBuffer()).subarray(0, -1))).toBeUndefined();
  expect(await stripImage(await gradient().avif().toBuffer())).toBeUndefined();
});

test('any bytes are read to their end or refused', async () => {
  const start = (await jpeg()).subarray(0, 400);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 400 }), (noise, cut) => {
      const bytes = Buffer.concat([start.subarray(0, cut), noise]);
      for (const strip of [stripJpeg, stripPng, stripWebp]) {
        const result = strip(bytes);
        expect(result === undefined || result.length <= bytes.length).toBe(true);
      }
    }),
  );
});
