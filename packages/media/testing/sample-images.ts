import sharp from 'sharp';

/** A picture with some detail, the same at each call. */
export async function samplePicture(width = 900, height = 600): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index += 1) {
    const x = Math.floor(index / 3) % width;
    const y = Math.floor(index / 3 / width);
    pixels[index] = 128 + 90 * Math.sin(x / 37 + (index % 3)) * Math.cos(y / 23);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** Pixels in which no encoder finds a pattern. */
export async function noisePicture(width: number, height: number): Promise<Buffer> {
  let state = 1;
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[index] = state >>> 24;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

function segment(marker: number, body: string): Buffer {
  const bytes = Buffer.from(body, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** Words that stand in the metadata of `revealingJpeg` and must stand in no derivative. */
export const SECRETS = [
  'SECRET-OWNER',
  'SECRET-SERIAL',
  'SECRET-XMP',
  'SECRET-IPTC',
  'SECRET-COMMENT',
  'SECRET-PROGRAM',
];

/** A JPEG that says where, when, by whom and with what it was taken, lying on its side. */
export async function revealingJpeg(picture: Buffer): Promise<Buffer> {
  const jpeg = await sharp(picture)
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Artist: 'SECRET-OWNER', Orientation: '6', Model: 'Camera' },
      IFD2: { BodySerialNumber: 'SECRET-SERIAL', DateTimeOriginal: '2026:11:22 10:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '55/1 45/1 7/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '37/1 36/1 56/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET-XMP</x:xmpmeta>')
    .jpeg()
    .toBuffer();
  const iptc = [
    'Photoshop 3.0',
    '8BIM\x04\x04',
    '',
    '',
    '',
    '',
    '\x10\x1c\x02\x50',
    '\x0bSECRET-IPTC',
  ].join('\0');
  const extra = [
    segment(0xed, iptc),
    segment(0xfe, 'SECRET-COMMENT'),
    segment(0xeb, 'SECRET-PROGRAM'),
  ];
  return Buffer.concat([jpeg.subarray(0, 2), ...extra, jpeg.subarray(2)]);
}
