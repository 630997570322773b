import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hostRoom } from './host-room.ts';

const sample = path.resolve(import.meta.dirname, '../../../content');
let folder: string;
let said: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-host-'));
  mkdirSync(path.join(folder, 'content/authors'), { recursive: true });
  for (const file of ['outlet.yaml', 'authors/lida-o.yaml'])
    cpSync(path.join(sample, file), path.join(folder, 'content', file));
  said = '';
  const listen = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(listen);
  vi.spyOn(process.stderr, 'write').mockImplementation(listen);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const host = (out = 'room') => hostRoom(path.join(folder, 'content'), path.join(folder, out));
const settle = (text: string) => {
  writeFileSync(path.join(folder, 'content/writing-room.yaml'), text);
};

test('a room is written, and again over itself, the same', async () => {
  settle('forge: github\nrepository: fortochka/site\n');
  expect(await host()).toBe(0);
  const room = path.join(folder, 'room');
  const before = readdirSync(room).map((name) => [
    name,
    readFileSync(path.join(room, name), 'utf8'),
  ]);
  writeFileSync(path.join(room, 'old.js'), '');
  expect(await host()).toBe(0);
  expect(
    readdirSync(room).map((name) => [name, readFileSync(path.join(room, name), 'utf8')]),
  ).toEqual(before);
  const data = readFileSync(path.join(room, 'room.json'), 'utf8');
  expect(data).toContain('"repo":"fortochka/site"');
  expect(JSON.parse(data)).toMatchObject({ authors: { 'lida-o': { en: 'Lida O.' } } });
});

test('without settings, or with wrong ones, it says what to write', async () => {
  expect(await host()).toBe(1);
  expect(said).toContain('There is no writing-room.yaml');
  settle('forge: git\n');
  expect(await host()).toBe(1);
  expect(said).toContain('forge must be one of: github, gitlab, gitea, forgejo.');
  expect(existsSync(path.join(folder, 'room'))).toBe(false);
});

test('a folder that holds anything else is left alone', async () => {
  settle('forge: github\nrepository: fortochka/site\n');
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/index.html'), 'the site');
  expect(await host('dist')).toBe(1);
  expect(readdirSync(path.join(folder, 'dist'))).toEqual(['index.html']);
});

test('an outlet with faults is told of at its lines', async () => {
  settle('forge: github\nrepository: fortochka/site\n');
  writeFileSync(path.join(folder, 'content/outlet.yaml'), 'name: 1\n');
  expect(await host()).toBe(1);
  expect(said).toMatch(/content\/outlet\.yaml:1:\d+ /);
});

test('no room is written into the reader’s site, however deep', async () => {
  settle('forge: github\nrepository: fortochka/site\n');
  mkdirSync(path.join(folder, 'dist/en'), { recursive: true });
  for (const name of ['index.html', '404.html']) writeFileSync(path.join(folder, 'dist', name), '');
  expect(await host('dist/en/room')).toBe(1);
  expect(said).toContain('belongs to the reader’s site');
  expect(existsSync(path.join(folder, 'dist/en/room'))).toBe(false);
});

test.each([
  [
    'a link to what never ends',
    (file: string) => {
      symlinkSync('/dev/zero', file);
    },
  ],
  [
    'a link to another file',
    (file: string) => {
      symlinkSync('/etc/hostname', file);
    },
  ],
  [
    'a link that leads nowhere',
    (file: string) => {
      symlinkSync('nowhere', file);
    },
  ],
  [
    'a pipe',
    (file: string) => {
      execFileSync('mkfifo', [file]);
    },
  ],
  [
    'a huge file',
    (file: string) => {
      writeFileSync(file, '');
      truncateSync(file, 3_000_000_000);
    },
  ],
])('%s among the authors is left out and told, and closes no room', async (_, put) => {
  settle('forge: github\nrepository: fortochka/site\n');
  put(path.join(folder, 'content/authors/zero.yaml'));
  expect(await host()).toBe(0);
  expect(said).toMatch(
    /content\/authors\/zero\.yaml:1:1 .+\nThe writing room opens without these records/,
  );
  const data = readFileSync(path.join(folder, 'room/room.json'), 'utf8');
  expect(Object.keys((JSON.parse(data) as { authors: object }).authors)).toEqual(['lida-o']);
});

test.each(['outlet.yaml', 'writing-room.yaml', 'authors'])(
  'a link in place of %s is not followed',
  async (name) => {
    settle('forge: github\nrepository: fortochka/site\n');
    const place = path.join(folder, 'content', name);
    renameSync(place, path.join(folder, 'moved'));
    symlinkSync(path.join(folder, 'moved'), place);
    expect(await host()).toBe(name === 'authors' ? 0 : 1);
    if (name === 'authors')
      expect(readFileSync(path.join(folder, 'room/room.json'), 'utf8')).not.toContain('Lida');
    else expect(existsSync(path.join(folder, 'room'))).toBe(false);
    expect(said).toContain(
      name === 'writing-room.yaml' ? 'There is no writing-room.yaml' : `content/${name}:1:1`,
    );
  },
);
