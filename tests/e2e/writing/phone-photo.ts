import sharp from 'sharp';

/** What a phone writes beside a picture: a place, a person, which way is up. */
export const SECRET = 'Anna Petrova';

/** A photo as a phone makes it: on its side, with a position, named by its owner. */
export function phonePhoto(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Artist: SECRET, Model: 'Phone 9' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 45/1 7/1' },
      },
    })
    .jpeg()
    .toBuffer();
}
