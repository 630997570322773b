import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { faviconIco, iconPng } from './icons.ts';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';
const drawing = (inside: string, attributes = ''): string =>
  `<svg ${NAMESPACE}${attributes}>${inside}</svg>`;

describe('icons', () => {
  const mark = drawing('<path fill="#f00" d="M8 8h48v48H8z"/>', ' viewBox="0 0 64 64"');

  it.each([180, 192, 512] as const)(
    'are squares of %i pixels, the same each time',
    async (size) => {
      const png = await iconPng(mark, size);
      const { width, height, hasAlpha } = await sharp(png).metadata();
      expect({ width, height, hasAlpha }).toEqual({
        width: size,
        height: size,
        hasAlpha: size !== 180,
      });
      expect((await iconPng(mark, size)).equals(png)).toBe(true);
    },
  );

  it('stand as one PNG in an ICO file', async () => {
    const ico = await faviconIco(mark);
    expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
    const png = ico.subarray(ico.readUInt32LE(18));
    expect(png).toHaveLength(ico.readUInt32LE(14));
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 });
  });
});
