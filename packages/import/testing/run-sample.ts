import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseOutlet } from '@tamizdat/article-schema';
import sharp from 'sharp';
import { indexArticles } from '../src/article/index-articles.ts';
import type { LocalTime } from '../src/article/read-time.ts';
import { buildPlan } from '../src/plan/build-map.ts';
import type { ImportMap } from '../src/plan/map.ts';
import { Tally } from '../src/report/tally.ts';
import { type Outcome, runImport } from '../src/run-import.ts';
import { openSource } from '../src/sources/open-source.ts';
import { Journal } from '../src/write/journal.ts';
import { newOutlet } from '../src/write/outlet-file.ts';

/** Times of a zone that is UTC all year. */
export const inUtc: LocalTime = (instant) => {
  const text = new Date(instant).toISOString();
  return { day: text.slice(0, 10), timestamp: `${text.slice(0, 19)}+00:00` };
};

/** An export as a file, or the files of a site’s folder by path. */
export type Export = string | Uint8Array | Readonly<Record<string, string | Uint8Array>>;

function writeExport(place: string, given: Export): void {
  if (typeof given === 'string' || given instanceof Uint8Array) {
    writeFileSync(place, given);
    return;
  }
  rmSync(place, { recursive: true, force: true });
  for (const [path, text] of Object.entries(given)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
}

/** A picture that says who made it. */
export const samplePicture = (): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#357' } })
    .withExif({ IFD0: { Artist: 'Secret Name' } })
    .jpeg()
    .toBuffer();

/** An import in a folder of its own. */
export interface Sample {
  root: string;
  content: string;
  uploads: string;
  state: string;
  /** @param text What the export holds now. @param edited The map, where it is another than the plan’s. */
  run: (text?: Export, edited?: ImportMap) => Promise<{ outcome: Outcome; tally: Tally }>;
  /** Every file of the content but pictures, by path. */
  texts: () => Record<string, string>;
  map: () => Promise<ImportMap>;
}

/** Makes a folder with an export and a picture in the uploads. @param name Of the export's file. */
export async function makeSample(name: string, text: Export): Promise<Sample> {
  const root = mkdtempSync(join(tmpdir(), 'tamizdat-import-'));
  const [content = '', uploads = '', state = ''] = ['content', 'uploads', 'state'].map((one) =>
    join(root, one),
  );
  const file = join(root, name);
  const picture = await samplePicture();
  for (const folder of ['2014/05', '2020/02']) {
    mkdirSync(join(uploads, folder), { recursive: true });
    writeFileSync(join(uploads, folder, 'crane.jpg'), picture);
  }
  mkdirSync(content);
  writeExport(file, text);
  const source = openSource(file);
  const map = async () => (await buildPlan(source, 'UTC')).map;
  const run = async (next?: Export, edited?: ImportMap) => {
    if (next !== undefined) writeExport(file, next);
    const again = openSource(file);
    const given = edited ?? (await map());
    const outlet = parseOutlet(newOutlet(given, '2026-11-22'), { path: 'outlet.yaml' }).value;
    if (outlet === undefined) throw new Error('The outlet of the map has errors.');
    const tally = new Tally();
    const journal = new Journal(state);
    const now = Date.parse('2026-11-22T12:00:00Z');
    const taken = new Map<string, string>();
    const index = await indexArticles(
      again,
      { map: given, journal, now, localTime: inUtc, zone: 'UTC', taken },
      tally,
    );
    const authors = new Set(given.authors.map(({ id }) => id));
    const rest = { source: again, map: given, index, journal, content, outlet, authors, uploads };
    const outcome = await runImport({ ...rest, now: '2026-11-22T12:00:00Z', tally });
    return { outcome, tally };
  };
  return { root, content, uploads, state, run, map, texts: () => textsOf(content) };
}

function textsOf(content: string): Record<string, string> {
  const names = readdirSync(content, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => /\.(?:md|yaml)$/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(content, name), 'utf8')]),
  );
}
