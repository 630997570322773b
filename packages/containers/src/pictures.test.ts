import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectContainer } from './fold.ts';

const findImageMetadata = (bytes: Uint8Array): string[] => inspectContainer(bytes)?.metadata ?? [];

function loadFixture(name: string): Promise<Buffer> {
  return readFile(join(import.meta.dirname, '../testing/fixtures', name));
}

/** Puts bytes into others after the first `offset`. */
function insert(into: Buffer, offset: number, piece: Buffer): Buffer {
  return Buffer.concat([into.subarray(0, offset), piece, into.subarray(offset)]);
}

function jpegSegment(marker: number, data: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, Buffer.from(data, 'latin1')]);
}

function pngChunk(type: string, data: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type + data, 'latin1'), Buffer.alloc(4)]);
}

function box(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length + 8);
  return Buffer.concat([size, Buffer.from(type, 'latin1'), data]);
}

describe('images as encoders write them', () => {
  test.each([
    'plain.jpg',
    'plain.png',
    'plain.webp',
    'plain.avif',
    'plain.gif',
    'progressive.jpg',
    'profile.jpg',
    'canvas.jpg',
  ])('%s is clean', async (name) => {
    expect(findImageMetadata(await loadFixture(name))).toEqual([]);
  });

  test.each(['jpg', 'png', 'webp', 'avif'])('EXIF and XMP are found in %s', async (extension) => {
    expect(findImageMetadata(await loadFixture(`exif.${extension}`))).toEqual(['EXIF']);
    expect(findImageMetadata(await loadFixture(`xmp.${extension}`))).toEqual(['XMP']);
  });
});

describe('what is put into an image', () => {
  test.each([
    ['EXIF', jpegSegment(0xe1, 'Exif\0\0II*\0')],
    ['XMP', jpegSegment(0xe1, 'http://ns.adobe.com/xmp/extension/\0')],
    ['IPTC', jpegSegment(0xed, 'Photoshop 3.0\x008BIM')],
    ['comment', jpegSegment(0xfe, 'shot by Ivan')],
    ['second picture', jpegSegment(0xe2, 'MPF\0')],
    ['data of a program (APP1)', jpegSegment(0xe1, 'unknown')],
    ['unreadable data', Buffer.from('x')],
    ['unreadable data', Buffer.from([0xff, 0xe1, 0, 1])],
  ])('JPEG: %s', async (expected, segment) => {
    const image = await loadFixture('plain.jpg');
    expect(findImageMetadata(insert(image, 2, segment))).toEqual([expected]);
  });

  test('JPEG: what stands between scans and after the end', async () => {
    const image = await loadFixture('progressive.jpg');
    const lastScan = image.lastIndexOf(Buffer.from([0xff, 0xda]));
    const between = insert(image, lastScan, jpegSegment(0xe1, 'Exif\0\0'));
    expect(findImageMetadata(between)).toEqual(['EXIF']);
    expect(findImageMetadata(Buffer.concat([image, image]))).toEqual(['second picture']);
    const words = Buffer.concat([image, Buffer.from('more')]);
    expect(findImageMetadata(words)).toEqual(['data after the end']);
  });

  test.each([
    ['EXIF', pngChunk('eXIf', 'II*\0')],
    ['XMP', pngChunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0<x/>')],
    ['EXIF', pngChunk('zTXt', 'Raw profile type exif\0\0x')],
    ['IPTC', pngChunk('zTXt', 'Raw profile type iptc\0\0x')],
    ['comment', pngChunk('tEXt', 'Author\0Ivan')],
    ['date of change', pngChunk('tIME', '1234567')],
  ])('PNG: %s', async (expected, chunk) => {
    const image = await loadFixture('plain.png');
    expect(findImageMetadata(insert(image, 33, chunk))).toEqual([expected]);
  });

  test('PNG and GIF: bytes after the end', async () => {
    for (const name of ['plain.png', 'plain.gif']) {
      const image = Buffer.concat([await loadFixture(name), Buffer.from('more')]);
      expect(findImageMetadata(image), name).toEqual(['data after the end']);
    }
  });

  test('GIF: comments and XMP', async () => {
    const image = await loadFixture('plain.gif');
    const start = 13 + 3 * 2 ** (((image[10] ?? 0) & 7) + 1);
    const comment = insert(image, start, Buffer.from('\x21\xfe\x04Ivan\0', 'latin1'));
    expect(findImageMetadata(comment)).toEqual(['comment']);
    const xmp = insert(image, start, Buffer.from('\x21\xff\x0bXMP DataXMP\x01x\0', 'latin1'));
    expect(findImageMetadata(xmp)).toEqual(['XMP']);
  });

  test('WebP: an unknown chunk and bytes after the end', async () => {
    const image = await loadFixture('plain.webp');
    const chunk = Buffer.from('NOTE\x04\0\0\0Ivan', 'latin1');
    const behind = Buffer.concat([image, chunk]);
    expect(findImageMetadata(behind)).toEqual(['data after the end']);
    behind.writeUInt32LE(behind.length - 8, 4);
    expect(findImageMetadata(behind)).toEqual(['chunk “NOTE”']);
  });

  test('AVIF: uuid boxes', async () => {
    const image = await loadFixture('plain.avif');
    const xmp = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
    expect(findImageMetadata(Buffer.concat([image, box('uuid', xmp)]))).toEqual(['XMP']);
    const other = box('uuid', Buffer.alloc(16));
    expect(findImageMetadata(Buffer.concat([image, other]))).toEqual(['box “uuid”']);
  });

  test('AVIF: boxes in boxes in boxes', () => {
    let nested = box('uuid', Buffer.alloc(16));
    for (let level = 0; level < 1000; level += 1) nested = box('moov', nested);
    const image = Buffer.concat([box('ftyp', Buffer.from('avif')), nested]);
    expect(findImageMetadata(image)).toEqual(['unreadable data']);
  });
});

test('an AVIF box that claims no size', () => {
  const endless = Buffer.from('\0\0\0\x01free\0\0\0\0\0\0\0\0', 'latin1');
  expect(findImageMetadata(Buffer.concat([box('ftyp', Buffer.from('avif')), endless]))).toEqual([
    'unreadable data',
  ]);
});

test('a TIFF is metadata, other files are not looked into', () => {
  expect(findImageMetadata(Buffer.from('II*\0....'))).toEqual(['EXIF']);
  expect(findImageMetadata(Buffer.from('MM\0*....'))).toEqual(['EXIF']);
  expect(findImageMetadata(Buffer.from('plain text with Exif in it'))).toEqual([]);
  expect(findImageMetadata(new Uint8Array())).toEqual([]);
});

const heads = [
  '\xff\xd8\xff',
  '\x89PNG\r\n\x1a\n',
  'RIFF\x20\0\0\0WEBP',
  '\0\0\0\x08ftyp',
  'GIF89a',
];

test('any bytes come to an end', () => {
  const image = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }));
  fc.assert(
    fc.property(image, ([head, rest]) => {
      const found = findImageMetadata(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
      expect(found).toEqual([...new Set(found)].sort());
    }),
    { numRuns: 2000 },
  );
});
