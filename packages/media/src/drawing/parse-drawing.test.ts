import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWING_ELEMENTS_MAX, DRAWING_MAX_BYTES } from '../limits.ts';
import { parseDrawing } from './parse-drawing.ts';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';
const drawing = (inside: string, attributes = ''): string =>
  `<svg ${NAMESPACE} viewBox="0 0 20 10"${attributes}>\n${inside}</svg>`;
const PATH = '<path d="M0 0h9"/>';

/** Masks of which each draws the next one so many times: a few thousand bytes, any number of layers. */
const nestedMasks = (depth: number, uses: number): string =>
  Array.from(
    { length: depth },
    (_, at) => `<mask id="m${at}">${`<path mask="url(#m${at + 1})"/>`.repeat(uses)}</mask>`,
  ).join('') + `<mask id="m${depth}">${PATH}</mask><path mask="url(#m0)"/>`;

/** Masks each of which is drawn with the next. */
const chainOfMasks = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<mask id="m${at}" mask="url(#m${at + 1})"/>`).join('') +
  '<path mask="url(#m0)" d="M0 0h9"/>';

const gradient = (stops: number): string =>
  `<linearGradient id="g">${'<stop offset="1"/>'.repeat(stops)}</linearGradient>`;

describe('a drawing', () => {
  it.each([
    [
      'values as programs write them',
      '<path d="m1.5-.5 2,3e1z" fill="rgba(1, 2, 3, .5)" stroke="url(#g) none" stroke-dasharray="4, 2" opacity="50%"/>',
    ],
    [
      'colours by name, transforms',
      '<g fill="currentColor" transform="matrix(1 0 0 1 -2,3) rotate(45)"><rect width="10mm" rx="2"/></g>',
    ],
    ['masks and clips of a usual depth', nestedMasks(3, 1)],
    ['groups of a usual depth', '<g>'.repeat(60) + '</g>'.repeat(60)],
    ['points of a detailed map', `<path d="M0 0${'l1 2'.repeat(100_000)}"/>`],
    ['gradients', gradient(10) + '<path fill="url(#g)" d="M0 0h9"/>'.repeat(900)],
    ['translucent groups', `<g opacity=".5">${PATH}</g>`.repeat(900)],
    ['dots along a border', '<path stroke-dasharray="0 3" d="M0 0h4000v4000h-4000z"/>'],
  ])('may have %s', (_, inside) => {
    expect(parseDrawing(drawing(inside)).problems).toEqual([]);
  });

  it('is written anew with its size', () => {
    const svg = `\ufeff<?xml version="1.0"?>\n${drawing(`<g><path\n fill='url(#g)' d="M0 0" /></g>`, ' version="1.1" xmlns:x="https://a.test/"')}\n`;
    expect(parseDrawing(svg)).toMatchInlineSnapshot(`
      {
        "height": 10,
        "problems": [],
        "svg": "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><g><path fill="url(#g)" d="M0 0"/></g></svg>
      ",
        "width": 20,
      }
    `);
  });

  it.each([
    [' width="40" height="30px"', 40, 30],
    [' width="100%" height="30"', 20, 10],
    [' width="40mm" height="30mm"', 20, 10],
  ])('has the size of%s', (attributes, width, height) => {
    expect(parseDrawing(drawing(PATH, attributes))).toMatchObject({ width, height, problems: [] });
  });

  it('takes the styles that drawing programs write', () => {
    const { svg } = parseDrawing(drawing('<path style="fill:#000; stroke:url(#a);" d="M0 0"/>'));
    expect(svg).toContain('<path fill="#000" stroke="url(#a)" d="M0 0"/>');
  });
});

describe('what is refused', () => {
  it.each([
    ['<script>', drawing('<script>x()</script>')],
    ['onclick', drawing('<path onclick="x()"/>')],
    ['onload', drawing(PATH, ' onload="x()"')],
    ['fill', drawing('<path fill="url(https://a.test/#a)"/>')],
    ['fill', drawing('<path style="fill:url(//a.test/a)"/>')],
    ['fill', drawing('<path fill="&a;"/>')],
    ['behavior', drawing('<path style="behavior:url(#a)"/>')],
    ['xlink:href', drawing('<path xlink:href="https://a.test/"/>')],
    ['href', drawing('<path href="#a"/>')],
    ['class', drawing('<path class="a"/>')],
    ['xmlns', '<svg xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 1 1"></svg>'],
    ['<image>', drawing('<image width="1"/>')],
    ['<use>', drawing('<use width="1"/>')],
    ['<a>', drawing('<a></a>')],
    ['<text>', drawing('<text/>')],
    ['<foreignObject>', drawing('<foreignObject></foreignObject>')],
    ['<style>', drawing('<style></style>')],
    ['<animate>', drawing('<animate/>')],
    ['<metadata>', drawing('<metadata/>')],
    ['<sodipodi:namedview>', drawing('<sodipodi:namedview/>')],
    ['<!--', drawing('<!-- by Ann -->')],
    ['<!DOCTYPE', `<!DOCTYPE svg>${drawing(PATH)}`],
    ['<![CDATA[', drawing('<![CDATA[a]]>').replace(']]>', '>')],
    ['<?', drawing('<?php?>')],
    ['word', drawing('word')],
    ['<path a', drawing('<path a')],
    ['</g>', drawing('</g>')],
    ['<g>', `${drawing(PATH)}<g></g>`],
    ['<svg>', drawing('<svg></svg>')],
    ['<svg>', drawing('<g>').replace('</svg>', '')],
    ['<svg>', ''],
    ['<svg>', `<svg ${NAMESPACE}></svg>`],
    ['<svg>', drawing(PATH, ' width="4001" height="1"')],
    ['<svg>', drawing(PATH.repeat(DRAWING_ELEMENTS_MAX))],
    ['<svg>', drawing(' '.repeat(DRAWING_MAX_BYTES))],
    ['mask', drawing(`<path mask="image-set('//evil.example/a' 1x)"/>`)],
    ['fill', drawing(`<path style="fill:image('//evil.example/a')"/>`)],
    ['fill', drawing('<path fill="src(//evil.example/a)"/>')],
    ['clip-path', drawing('<path clip-path="path(evenodd)"/>')],
    ['stroke', drawing('<path stroke="url(#a) url(//evil.example/a)"/>')],
    ['d', drawing('<path d="url(#a)"/>')],
    ['transform', drawing('<g transform="var(--a)"></g>')],
    ['id', drawing('<g id="a b"></g>')],
    ['<g>', drawing('<g>'.repeat(300) + '</g>'.repeat(300))],
    ['<svg>', drawing(nestedMasks(6, 10))],
    ['<svg>', drawing(nestedMasks(5, 1))],
    ['<svg>', drawing('<mask id="a"><path mask="url(#a)"/></mask><path mask="url(#a)"/>')],
    [
      '<svg>',
      drawing(`<clipPath id="a">${PATH}</clipPath>${'<path clip-path="url(#a)"/>'.repeat(201)}`),
    ],
    ['<svg>', drawing(gradient(2_001) + '<path fill="url(#g)" d="M0 0h9"/>'.repeat(10))],
    ['<svg>', drawing(`${gradient(2_001)}<g stroke="url(#g)">${PATH.repeat(10)}</g>`)],
    ['<svg>', drawing(`<g opacity=".5">${PATH}</g>`.repeat(1_001))],
    [
      '<svg>',
      drawing(
        `<clipPath id="a"><path d="M0 0${'h1'.repeat(10_000)}"/></clipPath>${'<path clip-path="url(#a)"/>'.repeat(50)}`,
      ),
    ],
    [
      '<svg>',
      drawing(
        `<mask id="a"><path stroke-dasharray="1" d="M0 0h4000"/></mask>${'<path mask="url(#a)"/>'.repeat(50)}`,
      ),
    ],
    ['<svg>', drawing('<g stroke-dasharray="0.0001"><path d="M0 0h4000"/></g>')],
    ['<svg>', drawing('<path stroke-dasharray="0.0001%" d="M0 0h900"/>')],
    ['<svg>', drawing('<rect stroke-dasharray="0.0001" width="100%" height="100%"/>')],
    ['<svg>', drawing('<line stroke-dasharray="0.001" x2="30in"/>')],
    ['<svg>', drawing('<path stroke-dasharray="0.0001px" d="M0 0h900"/>')],
    ...['unset', 'revert', 'what', '-1', '1 what', 'inherit'].map((dashes): [string, string] => [
      '<svg>',
      drawing(`<g stroke-dasharray="0.0001"><path stroke-dasharray="${dashes}" d="M0 0h900"/></g>`),
    ]),
    ['<svg>', drawing(`<path stroke-dasharray="1" d="M0 0Q900 0 0 0${'T0 0'.repeat(2_000)}"/>`)],
    ['<svg>', drawing(`<path stroke-dasharray="1" d="M0 0Q900 0 0 0T${'0 0 '.repeat(2_000)}"/>`)],
    [
      '<svg>',
      drawing(
        `${gradient(2_001)}<g fill="url(#g)">${'<path fill="what" d="M0 0h9"/>'.repeat(10)}</g>`,
      ),
    ],
    [
      'mask',
      drawing(`<mask id="a">${PATH}</mask><g mask="url(#a)"><path mask="inherit" d="M0 0h9"/></g>`),
    ],
    ['<svg>', drawing(chainOfMasks(4_900))],
  ])('%s', (found, svg) => {
    const parsed = parseDrawing(svg);
    expect(parsed.svg).toBe('');
    expect(parsed.problems.map((problem) => problem.found?.trim())).toContain(found);
  });

  it('dashes in percent and units are counted as they are drawn', () => {
    for (const inside of [
      '<path stroke-dasharray="10%" d="M0 0h4000v4000h-4000z"/>',
      '<path stroke-dasharray="1mm .5mm" d="M0 0h4000v4000h-4000z"/>',
      '<rect stroke-dasharray="2 2" width="100%" height="100%"/>',
      '<g stroke-dasharray="0.0001"><path stroke-dasharray="none" d="M0 0h900"/></g>',
    ])
      expect(parseDrawing(drawing(inside)).problems).toEqual([]);
  });

  it('is told with its line', () => {
    const { problems } = parseDrawing(drawing('<path/>\n<text\n x="1"/>\n<path onclick="x()"/>'));
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "found": "<text>",
          "line": 3,
          "message": {
            "en": "This element is not among those that draw.",
            "ru": "Этот элемент не из тех, что рисуют.",
          },
        },
        {
          "found": "onclick",
          "line": 5,
          "message": {
            "en": "An event handler runs a script.",
            "ru": "Обработчик событий запускает скрипт.",
          },
        },
      ]
    `);
  });
});

it('never throws, and what it writes it takes', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '<path ',
    '<g>',
    '</g>',
    'd="',
    'style="',
    '"',
    "'",
    'fill:',
    ';',
    'url(#a)',
    '<!--',
    '&',
    PATH,
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { svg, problems } = parseDrawing(drawing(pieces.join('')));
      if (problems.length > 0) expect(svg).toBe('');
      else expect(parseDrawing(svg)).toMatchObject({ svg, problems: [] });
    }),
    { numRuns: 1000 },
  );
});
