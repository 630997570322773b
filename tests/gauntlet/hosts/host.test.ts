import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { type RequestOptions, request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FREEZE_BYTES } from '../limits.ts';
import type { Folders } from './answer.ts';
import { Authority } from './certificates.ts';
import { Host } from './host.ts';
import type { Serving } from './serving.ts';

/** What hosts say, over real TLS, whose certificate is checked against the run's authority. */

const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-hosts-'));
const authority = new Authority(path.join(folder, 'authority'));
const certificate = authority.certify('window.test');
const PAGE = `<article><h1>Мост</h1><p>Здесь река делает поворот.</p></article>${'.'.repeat(9_000)}`;
const PICTURE = Buffer.alloc(20_000, 'p');
let host: Host;

beforeAll(async () => {
  const names = ['former', 'newest'];
  for (const name of names) {
    const put = (file: string, bytes: string | Buffer): void => {
      const place = path.join(folder, name, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    };
    put('a.html', name + PAGE);
    put('media/a.avif', PICTURE);
    put('release/bundle.json', name);
    put(`release/files/ab`, name);
    put('worker.js', 'genuine');
  }
  const folders = Object.fromEntries(names.map((name) => [name, path.join(folder, name)]));
  host = await Host.start('window.test', certificate, folders as Folders, 'h2');
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Said {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: string;
}

/** Asks by HTTP/1.1, which the host speaks too. */
async function ask(address: string, serving: Serving, headers = {}): Promise<Said> {
  await host.behave({}, serving);
  const options: RequestOptions = {
    host: '127.0.0.1',
    port: host.gate.port,
    servername: 'window.test',
    headers: { host: 'window.test', ...headers },
    path: `/${address}`,
    ca: authority.root,
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const asked = request(options, (response) => {
      void buffer(response).then((bytes) => {
        const isPacked = response.headers['content-encoding'] === 'gzip';
        const body = (isPacked ? gunzipSync(bytes) : bytes).toString();
        resolve({ status: response.statusCode, headers: response.headers, body });
      }, reject);
    });
    asked.on('error', reject).end();
  });
}

/** A connection of HTTP/2. */
const openSession = () =>
  connect(`https://127.0.0.1:${host.gate.port}`, { ca: authority.root, servername: 'window.test' });

const whole: Serving = { kind: 'site', release: 'newest' };

test('a site is served as usual hosts do: gzipped texts, ranges of pictures, nothing again that is known', async () => {
  const page = await ask('a.html', whole, { 'accept-encoding': 'gzip, br' });
  expect(page).toMatchObject({ status: 200, body: `newest${PAGE}` });
  expect(page.headers).toMatchObject({
    'content-encoding': 'gzip',
    'access-control-allow-origin': '*',
  });
  const part = await ask('media/a.avif', whole, { range: 'bytes=8192-16383' });
  expect([part.status, part.body.length]).toEqual([206, 8_192]);
  expect(part.headers['content-range']).toBe(`bytes 8192-16383/${PICTURE.length}`);
  expect(await ask('a.html', whole, { 'if-none-match': page.headers['etag'] })).toMatchObject({
    status: 304,
    body: '',
  });
  expect(await ask('b.html', whole)).toMatchObject({ status: 404 });
});

test.each([403, 451, 511, 200] as const)('a block page comes with status %i', async (status) => {
  const said = await ask('a.html', { kind: 'block-page', status });
  expect(said.status).toBe(status);
  expect(said.body).not.toContain('<article>');
});

test('what is cut is half as long, and says that it is whole', async () => {
  const said = await ask('a.html', { kind: 'cut', release: 'newest' });
  const all = Buffer.from(`newest${PAGE}`);
  expect(said.status).toBe(200);
  expect(said.headers['content-length'] ?? String(all.length >> 1)).toBe(String(all.length >> 1));
  expect(all.subarray(0, all.length >> 1).toString()).toBe(said.body);
});

test('a liar alters one word of a page, and leaves its length and the rest', async () => {
  const said = await ask('a.html', { kind: 'altered-word', release: 'newest' });
  expect(said.body).toBe(`newest${PAGE}`.replace('река', 'реки'));
  const head = await ask('release/bundle.json', { kind: 'altered-word', release: 'newest' });
  expect(head.body).toBe('newest');
});

test('a mirror between two releases has pages of one and the rest of another', async () => {
  const serving: Serving = { kind: 'two-releases', pages: 'former', rest: 'newest' };
  expect((await ask('a.html', serving)).body).toMatch(/^former/);
  expect((await ask('release/bundle.json', serving)).body).toBe('newest');
  expect((await ask('release/files/ab', serving)).body).toBe('newest');
});

test('a cache that lags has the former head before the newest pages', async () => {
  const serving: Serving = { kind: 'lagging', head: 'former', rest: 'newest' };
  expect((await ask('a.html', serving)).body).toMatch(/^newest/);
  expect((await ask('release/bundle.json', serving)).body).toBe('former');
});

test('a mirror with its head alone has no page and no file by its hash', async () => {
  const serving: Serving = { kind: 'head-alone', release: 'newest' };
  expect((await ask('release/bundle.json', serving)).body).toBe('newest');
  expect((await ask('a.html', serving)).status).toBe(404);
  expect((await ask('release/files/ab', serving)).status).toBe(404);
});

test('poison is in one byte of what has pieces, and not in pages', async () => {
  const serving: Serving = { kind: 'poisoned-pieces', release: 'newest' };
  const bytes = Buffer.from((await ask('media/a.avif', serving)).body);
  expect(bytes.filter((byte, place) => byte !== PICTURE[place])).toHaveLength(1);
  expect((await ask('a.html', serving)).body).toBe(`newest${PAGE}`);
});

test('who seizes an origin alters its pages, and does with the worker’s script as is said', async () => {
  const seized = (script: 'left' | 'altered' | 'missing' | 'clear-site-data') =>
    ({ kind: 'seized', release: 'newest', script }) as const;
  expect((await ask('a.html', seized('left'))).body).toContain('реки');
  expect((await ask('worker.js', seized('left'))).body).toBe('genuine');
  expect((await ask('worker.js', seized('missing'))).status).toBe(404);
  expect((await ask('worker.js', seized('altered'))).body).toContain('skipWaiting');
  const cleared = await ask('a.html', seized('clear-site-data'));
  expect(cleared.headers['clear-site-data']).toBe('"*"');
});

test('a mirror that dies sends its page whole, and nothing after it', async () => {
  const serving: Serving = { kind: 'dies-after-page', release: 'newest' };
  await host.behave({}, serving);
  const session = openSession();
  session.on('error', () => undefined);
  const get = async (address: string): Promise<string> => {
    const stream = session.request({ ':path': `/${address}` });
    return (await buffer(stream)).toString();
  };
  expect(await get('a.html')).toBe(`newest${PAGE}`);
  const late = await Promise.race([
    new Promise((resolve) => setTimeout(resolve, 100)).then(() => get('media/a.avif')),
    new Promise((resolve) => setTimeout(resolve, 600, 'silence')),
  ]);
  expect(late).toBe('silence');
  session.destroy();
});

test('a frozen host passes 16,384 bytes of TLS and HTTP, and its connection stays', async () => {
  await host.behave({ way: { kind: 'frozen', after: FREEZE_BYTES } }, whole);
  host.forget();
  const session = openSession();
  let isOver = false;
  for (const event of ['close', 'error', 'goaway']) session.on(event, () => (isOver = true));
  const stream = session.request({ ':path': '/media/a.avif' });
  let bytes = 0;
  stream.on('data', (data: Buffer) => (bytes += data.length));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const added = host.gate.passed.filter(({ before }) => before === undefined);
  expect(added.map(({ down }) => down)).toEqual([FREEZE_BYTES]);
  // A record of TLS that has not come whole says nothing: less may be read than has passed.
  expect(bytes).toBeLessThan(FREEZE_BYTES);
  expect(isOver).toBe(false);
  session.destroy();
});
