import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { encodeJpeg } from './derive/encode.ts';
import { inspectImage } from './inspect-image.ts';
import { SOURCE_MAX_BYTES } from './limits.ts';
import { revealingJpeg, samplePicture } from '../testing/sample-images.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

let picture: Buffer;

beforeAll(async () => {
  picture = await samplePicture(120, 80);
});

async function inspect(
  bytes: Buffer | string,
  name = 'photo.jpg',
): ReturnType<typeof inspectImage> {
  const file = path.join(await temporaryFolder(), name);
  await writeFile(file, bytes);
  return inspectImage(file);
}

test.each([
  ['jpeg', (image: Sharp) => image.jpeg()],
  ['png', (image: Sharp) => image.png()],
  ['webp', (image: Sharp) => image.webp()],
  ['avif', (image: Sharp) => image.avif({ effort: 0 })],
  ['gif', (image: Sharp) => image.gif()],
] as const)('a plain %s says nothing but its size', async (format, encode) => {
  const bytes = await encode(sharp(picture)).toBuffer();
  expect(await inspect(bytes)).toEqual({
    bytes: bytes.length,
    format,
    width: 120,
    height: 80,
    metadata: [],
  });
});

test('a colour profile alone is not metadata', async () => {
  const bytes = await sharp(picture).withIccProfile('p3').jpeg().toBuffer();
  expect((await inspect(bytes)).metadata).toEqual([]);
});

test('a JPEG that tells all', async () => {
  const facts = await inspect(await revealingJpeg(picture));
  expect(facts).toMatchObject({ format: 'jpeg', width: 80, height: 120 });
  expect(facts.refused).toBeUndefined();
  expect(facts.metadata.sort()).toEqual(
    [
      'GPS position',
      'camera serial number',
      'a person’s name',
      'camera model',
      'date taken',
      'IPTC',
      'comment',
      'data of a program (APP11)',
      'EXIF',
      'XMP',
    ].sort(),
  );
});

const exif = { IFD3: { GPSLatitude: '55/1 45/1 7/1', GPSLongitude: '37/1 36/1 56/1' } };

test.each([
  ['png', (image: Sharp) => image.png()],
  ['webp', (image: Sharp) => image.webp()],
  ['avif', (image: Sharp) => image.avif({ effort: 0 })],
] as const)('EXIF and XMP in %s', async (_name, encode) => {
  const facts = await inspect(
    await encode(sharp(picture).withExif(exif).withXmp('<x:xmpmeta/>')).toBuffer(),
  );
  expect(facts.metadata).toEqual(expect.arrayContaining(['GPS position', 'EXIF', 'XMP']));
});

function pngChunk(type: string, body: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, Buffer.from(body, 'latin1'), Buffer.alloc(4)]);
}

test('comments in PNG and GIF', async () => {
  const commented = Buffer.concat([
    picture.subarray(0, 33),
    pngChunk('zTXt', 'Comment\0\0x'),
    picture.subarray(33),
  ]);
  expect((await inspect(commented)).metadata).toEqual(['comment']);
  const gif = await sharp(picture).gif().toBuffer();
  const table = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
  const comment = Buffer.from('\x21\xfe\x05hello\0', 'latin1');
  expect(
    (await inspect(Buffer.concat([gif.subarray(0, table), comment, gif.subarray(table)]))).metadata,
  ).toEqual(['comment']);
});

test.each([
  ['a zip called .jpg', 'PK\x03\x04zip', 'zip'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 'SVG'],
  ['XML', '<?xml version="1.0"?><svg/>', 'SVG'],
  ['HEIC', '\0\0\0\x18ftypheic', 'HEIC'],
  ['PDF', '%PDF-1.4', 'PDF'],
  ['text', 'hello', 'not a picture'],
  ['an empty file', '', 'empty'],
  ['only a beginning', '\xff\xd8\xff', 'cut off'],
  ['Git LFS', 'version https://git-lfs.github.com/spec/v1', 'LFS'],
])('%s is refused', async (_name, bytes, reason) => {
  expect((await inspect(Buffer.from(bytes, 'latin1'))).refused?.en).toContain(reason);
});

test.each([
  ['jpeg', (image: Sharp) => image.jpeg()],
  ['png', (image: Sharp) => image.png({ compressionLevel: 0 })],
  ['webp', (image: Sharp) => image.webp()],
  ['avif', (image: Sharp) => image.avif({ effort: 0 })],
  ['gif', (image: Sharp) => image.gif()],
] as const)('a truncated %s is refused', async (_name, encode) => {
  const bytes = await encode(sharp(picture)).toBuffer();
  expect((await inspect(bytes.subarray(0, Math.floor(bytes.length * 0.6)))).refused?.en).toContain(
    'cut off',
  );
});

test.each([
  ['JPEG', (image: Sharp) => image.jpeg()],
  ['progressive JPEG', (image: Sharp) => image.jpeg({ progressive: true })],
  ['PNG', (image: Sharp) => image.png()],
  ['lossless WebP', (image: Sharp) => image.webp({ lossless: true })],
  ['AVIF', (image: Sharp) => image.avif({ effort: 0 })],
  ['GIF', (image: Sharp) => image.gif()],
] as const)('a damaged %s that is accepted can be built of', async (_name, encode) => {
  const bytes = await encode(sharp(picture)).toBuffer();
  for (let part = 1; part < 12; part += 1) {
    const damaged = Buffer.from(bytes);
    const at = Math.floor((bytes.length * part) / 12);
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    const { refused } = await inspect(damaged);
    const built = await encodeJpeg(damaged, { width: 40, height: 30 }).then(
      () => true,
      () => false,
    );
    expect([at, refused === undefined]).toEqual([at, built]);
  }
});

/** Where a byte of a JPEG’s frame, its tables or its scan is another: marker, place behind it, byte. */
const ODD: readonly (readonly [what: string, marker: number, at: number, byte: number])[] = [
  ['of 12 bits', 0xc0, 4, 12],
  ['without losses', 0xc0, 1, 0xc3],
  ['of pictures over pictures', 0xc0, 1, 0xc5],
  ['of no sampling', 0xc0, 11, 0],
  ['of quantities that are not there', 0xc0, 12, 3],
  ['of too many components', 0xc0, 9, 5],
  ['with a scan of components that are not there', 0xda, 5, 9],
  ['whose table of codes is too full', 0xc4, 5, 3],
  ['whose table has another number', 0xdb, 4, 3],
];

test.each(ODD)(
  'a JPEG %s is refused where nothing can be built of it',
  async (_what, marker, at, byte) => {
    const bytes = await sharp(picture).jpeg().toBuffer();
    bytes[bytes.indexOf(Buffer.from([0xff, marker])) + at] = byte;
    const { refused } = await inspect(bytes);
    await expect(encodeJpeg(bytes, { width: 40, height: 30 })).rejects.toThrow();
    expect(refused?.en).toContain('cut off or damaged');
  },
);

test('data after a whole JPEG is no reason to refuse it', async () => {
  const bytes = await sharp(picture).jpeg().toBuffer();
  expect(
    (await inspect(Buffer.concat([bytes, Buffer.from('camera trailer'.repeat(10))]))).refused,
  ).toBeUndefined();
});

test.each([
  ['gif', (image: Sharp) => image.gif()],
  ['webp', (image: Sharp) => image.webp()],
] as const)('a moving %s is refused', async (_name, encode) => {
  const frames = await Promise.all(
    [0, 90].map((hue) => sharp(picture).modulate({ hue }).png().toBuffer()),
  );
  const bytes = await encode(sharp(frames, { join: { animated: true } })).toBuffer();
  expect((await inspect(bytes)).refused?.en).toContain('moves');
});

test('too many pixels are refused by the header', async () => {
  const header = Buffer.from(picture);
  header.writeUInt32BE(30_000, 16);
  header.writeUInt32BE(30_000, 20);
  expect((await inspect(header)).refused?.en).toContain('30000 × 30000');
});

test('a huge file, a folder and a symbolic link are refused unread', async () => {
  const folder = await temporaryFolder();
  const big = path.join(folder, 'big.jpg');
  await writeFile(big, '');
  await truncate(big, SOURCE_MAX_BYTES + 1);
  await mkdir(path.join(folder, 'dir.jpg'));
  await symlink('/etc/passwd', path.join(folder, 'link.jpg'));
  expect((await inspectImage(big)).refused?.en).toContain('40.0 MB');
  expect((await inspectImage(path.join(folder, 'dir.jpg'))).refused?.en).toContain('ordinary');
  expect((await inspectImage(path.join(folder, 'link.jpg'))).refused?.en).toContain('ordinary');
});

test('an absent file throws', async () => {
  await expect(inspectImage('/nonexistent/a.jpg')).rejects.toThrow('ENOENT');
});

test('damaged files never throw', async () => {
  const file = path.join(await temporaryFolder(), 'x');
  const sources = [
    await revealingJpeg(picture),
    picture,
    await sharp(picture).webp().withExif(exif).toBuffer(),
    await sharp(picture).gif().toBuffer(),
    await sharp(picture).avif({ effort: 0 }).toBuffer(),
  ];
  const change = fc.tuple(fc.nat(800), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sources),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      async (source, changes) => {
        const bytes = Buffer.from(source);
        for (const [offset, value] of changes) bytes[12 + (offset % (bytes.length - 12))] = value;
        await writeFile(file, bytes);
        expect((await inspectImage(file)).bytes).toBe(bytes.length);
      },
    ),
    { numRuns: 150 },
  );
});
