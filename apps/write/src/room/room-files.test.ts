import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderBody } from '@tamizdat/body';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { splitEntry } from '../entry-file/split-entry.ts';
import { STAND_INS } from './bundle-script.ts';
import { buildPolicy } from './page.ts';
import { buildRoomFiles } from './room-files.ts';

test('a room is a page, its scripts, and Decap without its source maps', async () => {
  const files = await buildRoomFiles(['https://git.example']);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['index.html', 'room.css', 'room.js', 'decap-cms.js']),
  );
  expect(files.get('index.html')?.toString()).toContain(
    "connect-src 'self' blob: data: https://git.example;",
  );
  for (const [name, bytes] of files) {
    expect(bytes.length, name).toBeGreaterThan(0);
    expect(bytes.subarray(-200).includes('sourceMappingURL'), name).toBe(false);
  }
});

test('the styles of previews are the site’s own', async () => {
  const script = (await buildRoomFiles([])).get('room.js')?.toString() ?? '';
  for (const mark of ['--bg', '.standfirst', 'blockquote', 'figcaption'])
    expect(script).toContain(mark);
});

test('the local room asks nobody but itself', () => {
  expect(buildPolicy([])).toContain("connect-src 'self' blob: data:;");
  expect(buildPolicy([])).not.toMatch(/https?:/);
});

test('what previews make of every text of the sample is what the site makes of it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-render-'));
  const bundle = path.join(folder, 'body.mjs');
  await build({
    stdin: {
      contents: "export { renderBody } from '@tamizdat/body';",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: bundle,
    alias: STAND_INS,
    logLevel: 'silent',
  });
  const room = (await import(pathToFileURL(bundle).href)) as { renderBody: typeof renderBody };
  const content = path.resolve(import.meta.dirname, '../../../../content');
  const texts = globSync('{articles,pages}/**/*.md', { cwd: content }).map((file) =>
    readFileSync(path.join(content, file), 'utf8'),
  );
  expect(texts.length).toBeGreaterThan(40);
  const options = {
    lang: 'ru',
    words: { sources: 'Источники', backToText: 'К тексту', archived: 'копия' },
    sources: [],
    picture: ({ file, alt }: { file: string; alt: string }) =>
      `<figure title="${file}">${alt}</figure>`,
  };
  for (const text of texts) {
    const body = splitEntry(text)?.body ?? text;
    expect(room.renderBody(body, options)).toBe(renderBody(body, options));
  }
  rmSync(folder, { recursive: true });
});
