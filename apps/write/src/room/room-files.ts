import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundleRoomScript } from './bundle-script.ts';
import { BY_HAND_SCRIPT, buildPage } from './page.ts';

const decap = path.dirname(createRequire(import.meta.url).resolve('decap-cms'));

/** The files of a room by name, its data apart: the page, the scripts, Decap with what it loads later. */
export async function buildRoomFiles(origins: readonly string[]): Promise<Map<string, Buffer>> {
  const texts = {
    'index.html': buildPage(origins),
    'by-hand.js': BY_HAND_SCRIPT,
    'room.css': await readFile(path.join(import.meta.dirname, 'room.css'), 'utf8'),
    'room.js': await bundleRoomScript(),
  };
  const own = Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const);
  const parts = (await readdir(decap)).filter((name) => /(?:^|\.)decap-cms\.js$/.test(name)).sort();
  const decaps = parts.map(async (name) => [name, await loadPart(name)] as const);
  return new Map([...own, ...(await Promise.all(decaps))]);
}

/** A script of Decap’s without the address of its source map, which is not here. */
async function loadPart(name: string): Promise<Buffer> {
  const text = await readFile(path.join(decap, name), 'utf8');
  return Buffer.from(text.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n'));
}
