import { hash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeStamp } from '@tamizdat/files';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectContent } from '../load/load-content.ts';
import { ContentIndex } from './content-index.ts';
import { loadIndex, saveIndex } from './index-file.ts';
import { type KeptFile, type KeptLines, writeKeptLine } from './kept-file.ts';

const OUTLET = `name: { en: The Window }
description: { en: A newsroom. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages: [{ code: en, name: English, locale: en-GB }]
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { en: Politics } }]
licence: { name: { en: CC BY 4.0 } }
`;

const PAGE = 'pages/en/about.md';

let folder: string;
let root: string;
let place: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tamizdat-index-'));
  root = join(folder, 'content');
  place = join(folder, 'content.index');
  mkdirSync(join(root, 'pages/en'), { recursive: true });
  writeFileSync(join(root, 'outlet.yaml'), OUTLET);
  writeFileSync(join(root, PAGE), '---\ntitle: About us\n---\n\nA newsroom.\n');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const LONG_AFTER = Date.now() + 3_600_000;

async function read(kept: KeptLines, from = root, moment = LONG_AFTER) {
  const index = new ContentIndex(from, kept, () => moment);
  const { pages } = await inspectContent(from, { texts: true, digests: true, index });
  return { title: pages[0]?.title, index, lines: index.write() };
}

/** An index as a reading leaves it, and is found by the next. */
async function madeIndex(moment = LONG_AFTER): Promise<KeptLines> {
  const { lines } = await read(new Map(), root, moment);
  saveIndex(place, 'kit', lines ?? new Map());
  return loaded();
}

function loaded(): KeptLines {
  const lines = loadIndex(place, 'kit');
  if (typeof lines === 'string') throw new Error(lines);
  return lines;
}

/** The same lines with something else of the page’s. */
function forged(lines: KeptLines, change: Partial<KeptFile>): KeptLines {
  const file = lines.get(PAGE)?.file;
  if (file === undefined) throw new Error('no page');
  return new Map([...lines, [PAGE, writeKeptLine(PAGE, { ...file, ...change })]]);
}

const stampOf = (path: string): string => writeStamp(lstatSync(join(root, path), { bigint: true }));

describe('an index', () => {
  test('says nothing anew of what it knows', async () => {
    const lines = await madeIndex();
    expect([...lines.keys()].sort()).toEqual(['outlet.yaml', PAGE]);
    const again = await read(lines);
    expect([again.lines, again.index.opened.size]).toEqual([undefined, 0]);
  });

  test('forgets a file that is gone', async () => {
    const lines = await madeIndex();
    rmSync(join(root, PAGE));
    expect([...((await read(lines)).lines?.keys() ?? [])]).toEqual(['outlet.yaml']);
  });

  test('writes the other lines as they were', async () => {
    const lines = await madeIndex();
    writeFileSync(join(root, PAGE), '---\ntitle: Others\n---\n\nA newsroom.\n');
    const { lines: changed } = await read(lines);
    expect(changed?.get('outlet.yaml')).toBe(lines.get('outlet.yaml'));
    expect(changed?.get(PAGE)?.bytes).not.toEqual(lines.get(PAGE)?.bytes);
  });

  test('does not believe a stamp within a tick of the last change', async () => {
    const lines = await madeIndex(Date.now());
    writeFileSync(join(root, PAGE), '---\ntitle: About them\n---\n\nA newsroom.\n');
    const same = forged(lines, { stamp: stampOf(PAGE) });
    expect(same.get(PAGE)?.file.isSettled).toBe(false);
    expect((await read(same)).title).toBe('About them');
  });

  test('knows such a file by its bytes, and by its stamp when enough time has passed', async () => {
    const lines = await madeIndex(Date.now());
    const again = await read(lines);
    expect(again.lines?.get(PAGE)?.file).toMatchObject({ isSettled: true });
    expect(again.lines?.get(PAGE)?.file.made).toBe(lines.get(PAGE)?.file.made);
    expect((await read(again.lines ?? new Map())).index.opened.size).toBe(0);
  });

  test('keeps nothing of a file that was written while it was read', () => {
    const index = new ContentIndex(root);
    const file = { path: PAGE, onDisk: PAGE };
    const question = { kind: 'captions', depends: '' } as const;
    index.digestOf(file);
    writeFileSync(join(root, PAGE), 'other');
    index.keep(file, question, { made: [], digest: hash('sha256', 'other') });
    expect(index.find(file, question)).toBeUndefined();
    expect(index.write()?.size).toBe(0);
  });

  test('of another machine counts for nothing, whatever it says', async () => {
    const lines = await madeIndex();
    const made = structuredClone(lines.get(PAGE)?.file.made ?? {});
    if (made.page !== undefined && 'value' in made.page.made)
      Object.assign(made.page.made.value ?? {}, { title: 'Forged' });
    const hostile = forged(lines, { made });
    // On this machine it is believed: whoever can write it here can write the kit.
    expect((await read(hostile)).title).toBe('Forged');
    const elsewhere = join(folder, 'elsewhere', 'content');
    cpSync(root, elsewhere, { recursive: true, preserveTimestamps: true });
    const { title, index } = await read(hostile, elsewhere);
    expect([title, [...index.opened].sort()]).toEqual(['About us', ['outlet.yaml', PAGE]]);
  });
});

describe('the file of an index', () => {
  test('there is none before the first', () => {
    expect(loadIndex(place, 'kit')).toBe('none');
  });

  test('of another kit is not used', async () => {
    await madeIndex();
    expect(loadIndex(place, 'another kit')).toBe('other');
  });

  test('with any byte changed, missing or added is not used', async () => {
    await madeIndex();
    const whole = readFileSync(place);
    for (let at = 0; at < whole.length; at += 7) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(place, flipped);
      expect(loadIndex(place, 'kit')).toBeTypeOf('string');
      writeFileSync(place, whole.subarray(0, at));
      expect(loadIndex(place, 'kit')).toBe('damaged');
    }
    writeFileSync(place, Buffer.concat([whole, Buffer.from('\n')]));
    expect(loadIndex(place, 'kit')).toBe('damaged');
  });

  test('that is a link or a folder is not used', async () => {
    await madeIndex();
    symlinkSync(place, `${place}.link`);
    expect(loadIndex(`${place}.link`, 'kit')).toBe('damaged');
    expect(loadIndex(root, 'kit')).toBe('damaged');
  });

  const DIGEST = 'a'.repeat(64);
  test.each([
    ['no JSON', '{'],
    ['no list', '{}'],
    ['a part too few', JSON.stringify([PAGE, '1 2 3 4', true, DIGEST])],
    ['no stamp', JSON.stringify([PAGE, '1 2 3', true, DIGEST, {}])],
    ['no path', JSON.stringify([7, '1 2 3 4', true, DIGEST, {}])],
    ['neither settled nor not', JSON.stringify([PAGE, '1 2 3 4', 1, DIGEST, {}])],
    ['no digest', JSON.stringify([PAGE, '1 2 3 4', true, 'abc', {}])],
    ['nothing made', JSON.stringify([PAGE, '1 2 3 4', true, DIGEST, null])],
    ['something made of nothing', JSON.stringify([PAGE, '1 2 3 4', true, DIGEST, { page: {} }])],
    [
      'nothing where something was made',
      JSON.stringify([PAGE, '1 2 3 4', true, DIGEST, { page: { depends: '', made: null } }]),
    ],
  ])('with a line that has %s is not used', (_, line) => {
    const file = { stamp: '', isSettled: true, made: {} };
    saveIndex(place, 'kit', new Map([[PAGE, { file, bytes: Buffer.from(line) }]]));
    expect(loadIndex(place, 'kit')).toBe('damaged');
  });
});
