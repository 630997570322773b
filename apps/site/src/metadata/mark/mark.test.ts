import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MARK_MAX_BYTES } from '../limits.ts';
import { faviconIco, iconPng } from './icons.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';
const drawing = (inside: string, attributes = ''): string =>
  `<svg ${NAMESPACE}${attributes}>${inside}</svg>`;

describe('a mark', () => {
  it.each([
    ['an event handler', drawing('<path d="M0 0" onclick="x()"/>', ' onload="x()"')],
    ['a style', drawing('<path d="M0 0" style="fill:url(https://a.test/)"/>')],
    ['a reference outside', drawing('<path d="M0 0" fill="url(https://a.test/#a)"/>')],
    ['a link', drawing('<path d="M0 0" xlink:href="https://a.test/"/>')],
    ['a foreign namespace', drawing('<path d="M0 0"/>', ' xmlns:x="https://a.test/"')],
    ['metadata', drawing('<metadata><a href="https://a.test/"/></metadata><path d="M0 0"/>')],
    ['a comment', drawing('<!-- <script>x()</script> --><path d="M0 0"/>')],
    [
      'a declaration',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "https://a.test/">]>${drawing('<path d="M0 0"/>')}`,
    ],
    ['an entity', drawing('<path d="M0 0" fill="&a;"/>')],
  ])('loses %s', (_, svg) => {
    expect(sanitiseSvg(svg)).toBe(`${drawing('<path d="M0 0"/>')}\n`);
  });

  it('keeps a reference to a part of itself', () => {
    const svg = drawing('<path fill="url(#g)" d="M0 0"/>');
    expect(sanitiseSvg(svg)).toBe(`${svg}\n`);
  });

  it.each([
    ['script', drawing('<script>x()</script>')],
    ['text', drawing('<text>a</text>')],
    ['image', drawing('<image href="https://a.test/a.png"/>')],
    ['foreignObject', drawing('<foreignObject></foreignObject>')],
    ['style', drawing('<style>a{}</style>')],
  ])('may not hold <%s>', (name, svg) => {
    expect(() => sanitiseSvg(svg)).toThrow(`<${name}> is not allowed`);
  });

  it.each([
    ['', 'one whole'],
    [`<svg ${NAMESPACE}><g></svg>`, 'closes nothing'],
    [`<svg ${NAMESPACE}><g>`, 'one whole'],
    [drawing('<g></g>'.repeat(2_000)), 'elements'],
    [drawing(' '.repeat(MARK_MAX_BYTES)), 'bytes'],
  ])('is one whole drawing of bounded size (%#)', (svg, said) => {
    expect(() => sanitiseSvg(svg)).toThrow(said);
  });
});

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
