import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentTypeOf, listFolder } from '@tamizdat/release';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SampleOutlet } from '../release/sample-outlet.ts';
import { runTamizdat } from '../workplace/run-tamizdat.ts';
import { readRecipe, WebServer } from './web-server.ts';

/** The recipes of docs/hosting, run by the servers that they are for. */

const repository = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-hosting-'));
const copy = path.join(folder, 'copy');
const outlet = new SampleOutlet();
let newest = '';

const FILES =
  'icon.svg favicon.ico icon-192.png robots.txt sitemap.xml 404.html index.html en/feed.json en/manifest.webmanifest en/later.ics style.css app.js app.mjs worker.js reader.js reader/0123456789abcdef.js search/x.wasm media/0a.avif media/0b.webp media/0c.jpg media/0d.mp3 media/0e.opus media/0f.m4a media/10.mp4 media/11.webm media/12.vtt media/13.pdf media/14.epub media/15.woff2 media/16.csv search/en.pf_fragment site.zip site.torrent site.car key.asc';

beforeAll(async () => {
  for (const file of FILES.split(' ')) outlet.write(file, `this is ${file} `.repeat(100));
  await outlet.release();
  const first = outlet.copy('first');
  outlet.write('en/a.html', 'a corrected story '.repeat(1_000));
  await outlet.release();
  newest = await outlet.serve(outlet.copy('second'));
  await pull(await outlet.serve(first));
});
afterAll(() => {
  outlet.remove();
  rmSync(folder, { recursive: true });
});

async function pull(from: string): Promise<void> {
  const args = ['mirror', 'pull', from, copy, '--root', outlet.fingerprint];
  expect(await runTamizdat(repository, args)).toMatchObject({ code: 0 });
}

const FOREVER = 'public, max-age=31536000, immutable';

/** What a mirror should say about a path. */
function cacheOf(file: string): string {
  if (/^release\/(?:bundle|timestamp)\.json$/.test(file)) return 'no-store';
  if (file === 'worker.js' || file === 'reader.js') return 'public, max-age=86400';
  return /^(?:media|reader|release\/(?:nodes|files|targets))\/|^release\/\d/.test(file)
    ? FOREVER
    : 'public, max-age=60, must-revalidate';
}

const RELEASE_FILES = ['release/bundle.json', 'release/timestamp.json', 'release/1.root.json'];

async function isServedWell(base: string): Promise<void> {
  const place = path.join(copy, 'current');
  for (const file of [...listFolder(place), ...RELEASE_FILES]) {
    const response = await fetch(base + file);
    const { status, headers } = response;
    const said = Object.fromEntries(
      [
        'content-type',
        'cache-control',
        'access-control-allow-origin',
        'x-content-type-options',
      ].map((name) => [name, headers.get(name)]),
    );
    expect({ file, status, ...said }).toEqual({
      file,
      status: 200,
      'content-type': contentTypeOf(file),
      'cache-control': cacheOf(file),
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.equals(readFileSync(path.join(place, file)))).toBe(true);
  }
}

async function answersPlainly(base: string): Promise<void> {
  for (const missing of [
    'en/nothing.html',
    'media/nothing.avif',
    'release/9.root.json',
    'media/',
    'release/nodes/',
  ]) {
    const { status, headers } = await fetch(base + missing);
    const said = { missing, status, origin: headers.get('access-control-allow-origin') };
    expect(said).toEqual({ missing, status: 404, origin: '*' });
    expect(headers.get('cache-control') ?? 'no-store').toBe('no-store');
  }
  expect(await (await fetch(`${base}nothing.html`)).text()).toContain('this is 404.html');
  const index = await fetch(`${base}en/`);
  expect({ status: index.status, body: await index.text() }).toMatchObject({ status: 200 });
  expect(index.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const piece = await fetch(`${base}en/a.html`, { headers: { range: 'bytes=8-15' } });
  expect(piece.status).toBe(206);
  const escape = await fetch(`${base}..%2fmirror.json`);
  expect(await escape.text()).not.toContain('fingerprint');
}

/** What the site beside an onion says of it. */
async function askSocket(socketPath: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    get({ socketPath, path: '/en/a.html' }, (response) => {
      response.resume();
      resolve(response.headers['onion-location']?.toString());
    }).on('error', reject);
  });
}

describe.each([
  ['nginx', 'nginx-root.conf', ''],
  ['nginx', 'nginx-sub-path.conf', 'news/'],
  ['nginx', 'nginx-onion.conf', ''],
  ['caddy', 'Caddyfile-root', ''],
  ['caddy', 'Caddyfile-sub-path', 'news/'],
] as const)('%s by %s', (kind, recipe, at) => {
  it('serves a copy as it was signed, and the next release without being told', async () => {
    await pull(newest);
    const server = await WebServer[kind](recipe, copy);
    const base = `http://127.0.0.1:${server.port}/${at}`;
    try {
      await isServedWell(base);
      await answersPlainly(base);
      const memory = path.join(folder, `memory-${recipe}`);
      const args = ['verify', base, '--root', outlet.fingerprint, '--memory', memory];
      expect(await runTamizdat(repository, args)).toMatchObject({ code: 0 });
      if (at !== '') {
        const own = await fetch(`http://127.0.0.1:${server.port}/own.html`);
        expect(await own.text()).toBe('the host’s own site');
        const bare = await fetch(base.slice(0, -1), { redirect: 'manual' });
        expect(bare.headers.get('location')).toBe('/news/');
      }
      if (recipe === 'nginx-onion.conf')
        expect(await askSocket(path.join(server.folder, 'root.sock'))).toMatch(
          /^http:\/\/[a-z2-7]{56}\.onion\/en\/a\.html$/,
        );
      outlet.write('en/a.html', `a story for ${recipe}`);
      await outlet.release();
      await pull(await outlet.serve(outlet.copy(`after-${recipe}`)));
      expect(await (await fetch(`${base}en/a.html`)).text()).toBe(`a story for ${recipe}`);
      newest = await outlet.serve(outlet.copy(`newest-${recipe}`));
      expect(server.logs).not.toContain('/en/a.html');
    } finally {
      await server.stop();
    }
  });
});

it('nginx serves mirrors at a root and in a sub-path from one configuration', async () => {
  const server = await WebServer.nginx('nginx-sub-path.conf', copy, { beside: 'nginx-root.conf' });
  try {
    await isServedWell(`http://127.0.0.1:${server.port}/news/`);
    await isServedWell(`http://127.0.0.1:${server.secondPort}/`);
  } finally {
    await server.stop();
  }
});

describe('timers', () => {
  const packed = path.join(folder, 'tamizdat-mirror.mjs');
  const places = (): Record<string, string> => ({
    '/usr/bin/node': process.execPath,
    ' node ': ` ${process.execPath} `,
    '/opt/tamizdat-mirror.mjs': packed,
    'https://mirror.example.net/': newest,
  });

  beforeAll(() => {
    const packer = path.join(repository, 'packages/cli/src/mirror/pack.ts');
    expect(spawnSync(process.execPath, [packer, packed]).status).toBe(0);
  });

  it.each([
    ['tamizdat-mirror.service', /^ExecStart=(.+)$/m],
    ['crontab', /^\*\/10 \* \* \* \* (.+)$/m],
  ])('%s runs the packed command', async (recipe, pattern) => {
    const command = pattern.exec(readRecipe(recipe, copy, places()))?.[1] ?? 'false';
    // Not spawnSync: the mirror that it pulls from is in this process.
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      TAMIZDAT_NOW: '2026-11-22T12:00:00Z',
    };
    await new Promise<void>((resolve, reject) => {
      execFile('sh', ['-c', command], { env }, (error, _, stderr) => {
        if (error) reject(new Error(stderr));
        else resolve();
      });
    });
    const feed = readFileSync(path.join(copy, 'current/en/feed.xml'), 'utf8');
    expect(feed).toContain('https://mirror.example.org/en/a.html');
  });

  it('are units that systemd knows', () => {
    const units = path.join(folder, 'units');
    mkdirSync(units);
    const names = ['tamizdat-mirror.service', 'tamizdat-mirror.timer'];
    for (const name of names)
      writeFileSync(path.join(units, name), readRecipe(name, copy, places()));
    const files = names.map((name) => path.join(units, name));
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...files], {
      encoding: 'utf8',
    });
    expect({
      status,
      stderr: stderr.split('\n').filter((line) => line.includes('tamizdat')),
    }).toEqual({ status: 0, stderr: [] });
  });
});

describe('an onion service', () => {
  it('is what tor reads', () => {
    const config = path.join(folder, 'torrc');
    const places = { '/var/lib/tor/tamizdat/': `${path.join(folder, 'onion')}/` };
    writeFileSync(config, readRecipe('torrc', copy, places));
    const data = path.join(folder, 'tor');
    const args = ['--verify-config', '-f', config, '--DataDirectory', data];
    const { status, stdout } = spawnSync('tor', args, { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('Configuration was valid') as string,
    });
  });
});
