import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openMedia } from '../derive/media.ts';
import { DRAWING_MAX_BYTES } from '../limits.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { inspectDrawing } from './inspect-drawing.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path fill="#f00" d="M0 0h20v10H0z"/></svg>';

it('is shown as drawn on pages, as a whole PNG in feeds, lists and previews', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'chart.svg');
  await writeFile(file, SVG);
  const media = openMedia({ cacheFolder: path.join(folder, 'cache') });
  const inline = await media.derive(file, 'inline');
  expect(inline).toMatchObject({ width: 20, height: 10, sources: [] });
  const drawn = await media.load(inline.fallback.name);
  expect(drawn?.type).toBe('image/svg+xml');
  expect(drawn?.bytes.toString()).toContain('width="20" height="10"');
  for (const [recipe, width, height] of [
    ['feed', 800, 400],
    ['thumb', 320, 213],
    ['social', 1200, 630],
  ] as const) {
    const { fallback } = await media.derive(file, recipe);
    expect(fallback).toMatchObject({ type: 'image/png', width, height });
    const { bytes } = (await media.load(fallback.name)) ?? {};
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width, height });
  }
});

it('is refused with its reason', async () => {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'chart.svg');
  const media = openMedia({ cacheFolder: path.join(folder, 'cache') });
  await writeFile(file, SVG.replace('<path', '<script/><path'));
  await expect(media.derive(file, 'inline')).rejects.toThrow('line 1, <script>');
  await writeFile(file, Buffer.from([0xff, 0xfe, 0x3c]));
  expect((await inspectDrawing(file)).problems[0]?.message.en).toBe('The file is not UTF-8 text.');
  await writeFile(file, ' '.repeat(DRAWING_MAX_BYTES + 1));
  expect((await inspectDrawing(file)).problems).toHaveLength(1);
  await symlink('/etc/passwd', path.join(folder, 'b.svg'));
  const linked = await inspectDrawing(path.join(folder, 'b.svg'));
  expect(linked.problems[0]?.message.en).toBe('It is not an ordinary file.');
});
