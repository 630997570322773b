import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { DRAWING_MAX_BYTES, DRAWING_MAX_SIDE } from '../limits.ts';
import { draw } from './drawer.ts';
import { encodeDrawing, tryDrawing } from './encode-drawing.ts';
import { parseDrawing } from './parse-drawing.ts';

const svg = (content: string, box = '0 0 1200 630'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${content}</svg>`;

const SQUARE = svg('<path fill="#f00" d="M0 0h1200v630H0z"/>');
const size = { wide: 400, high: 210, density: 24 };

/** As many as a drawing may have bytes for. */
const fill = (make: (index: number) => string): string => {
  let written = '';
  for (let index = 0; written.length < DRAWING_MAX_BYTES - 1_000; index += 1)
    written += make(index);
  return written;
};
const SHADE =
  '<radialGradient id="a"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".5"/></radialGradient>';
const across = (index: number): string => `${(index * 7919) % 1200} ${(index * 104_729) % 630}`;

/** Small, and allowed, and each keeps a program busy for a minute or more. */
const COSTLY = {
  'shades over one another': SHADE + '<path fill="url(#a)" d="M0 0h1200v630H0z"/>'.repeat(9_000),
  'lines across it all': `<path d="M0 0${fill((index) => `L${across(index)}`)}"/>`,
  'thick lines': `<path fill="none" stroke="#000" stroke-width="900" stroke-linejoin="round" d="M0 0${fill((index) => `T${across(index)}`)}"/>`,
};

it.each(Object.entries(COSTLY))(
  'is told of where drawing takes too long: %s',
  { timeout: 120_000 },
  async (_, content) => {
    const drawing = parseDrawing(svg(content));
    expect(drawing.problems).toEqual([]);
    expect((await tryDrawing(drawing))?.en).toMatch(/^Drawing it takes more than 2 seconds/);
  },
);

it('ends what takes longer than its time, and draws the next', { timeout: 60_000 }, async () => {
  const costly = svg(COSTLY['lines across it all']);
  const drawn = await Promise.all([
    draw({ ...size, svg: costly, cpuMs: 200 }),
    draw({ ...size, svg: '<svg', cpuMs: 2_000 }),
    ...Array.from({ length: 12 }, () => draw({ ...size, svg: SQUARE, cpuMs: 2_000 })),
  ]);
  expect(drawn.slice(0, 2)).toEqual([{ failed: 'costly' }, { failed: 'damaged' }]);
  const { png } = drawn.at(-1) as { png: Uint8Array };
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 400, height: 210 });
});

it('keeps no program from its end', { timeout: 60_000 }, async () => {
  const program = `
    const { draw } = await import(process.argv[1]);
    const drawn = await draw(JSON.parse(process.argv[2]));
    console.log('png' in drawn);
  `;
  const module = path.join(import.meta.dirname, 'drawer.ts');
  const job = JSON.stringify({ ...size, svg: SQUARE, cpuMs: 2_000 });
  const args = ['--input-type=module', '-e', program, module, job];
  expect((await promisify(execFile)(process.execPath, args)).stdout).toBe('true\n');
});

it('makes no picture of gigabytes of what is tall and thin', async () => {
  const drawing = parseDrawing(svg('<path d="M0 0h1v4000z"/>', '0 0 1 4000'));
  expect(await tryDrawing(drawing)).toBeUndefined();
  expect(await encodeDrawing(drawing, 'feed', { avif: [], jpeg: 800 })).toMatchObject({
    width: 800,
    height: DRAWING_MAX_SIDE,
  });
});
