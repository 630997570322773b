import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { parseProxy } from '@tamizdat/http';
import { loadLocalRelease, openFolderStore, publishMirror, PulledFolder } from '@tamizdat/mirrors';
import { fingerprintOf, inspectRelease, type Source } from '@tamizdat/release';
import { NOW, ORIGIN, ROOT_1, SampleSite, serveFolder } from '@tamizdat/release/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlace } from './open-place.ts';

const site = new SampleSite();
const base = 'https://mirror.example/news/';
beforeAll(() => {
  site.release();
});
afterAll(() => {
  site.remove();
});

const inspect = async (source: Source) =>
  inspectRelease(source, {
    known: { fingerprint: fingerprintOf(ROOT_1) },
    now: NOW,
    scope: { kind: 'all' },
  });

test('a folder that was published with an address is verified under it', async () => {
  const folder = join(site.folder, 'published');
  mkdirSync(folder);
  await publishMirror(openFolderStore(folder), loadLocalRelease(site.tree), { base, now: NOW });
  const source = await openPlace(folder, {});
  expect(source.base).toBe(base);
  expect(await inspect(source)).toMatchObject({ exit: 0, findings: [] });
  // What somebody says counts for more than a note.
  const other = await openPlace(folder, { base: 'https://other.example/' });
  expect(await inspect(other)).toMatchObject({ exit: 1, findings: [{ at: 'ru/feed.xml' }] });
});

test('a folder that was pulled with an address is verified under it', async () => {
  const folder = join(site.folder, 'pulled');
  mkdirSync(join(folder, 'releases'), { recursive: true });
  renameSync(site.copy('copied'), join(folder, 'releases/1-abcd'));
  symlinkSync('releases/1-abcd', join(folder, 'current'));
  new PulledFolder(folder).saveOutlet('a'.repeat(64), base);
  writeFileSync(join(folder, 'current/ru/feed.xml'), `<feed>${base}ru/</feed>`);
  expect(await inspect(await openPlace(join(folder, 'current'), {}))).toMatchObject({ exit: 0 });
  // What is no note of ours names none.
  writeFileSync(join(folder, 'mirror.json'), JSON.stringify({ base }));
  expect((await openPlace(join(folder, 'current'), {})).base).toBeUndefined();
});

test('a note that is none names no address, and a plain copy needs none', async () => {
  const folder = site.copy('noted');
  for (const note of ['', '{"base":"https://evil.example/"}', '<html>']) {
    writeFileSync(join(folder, 'release/published.json'), note);
    expect((await openPlace(folder, {})).base).toBeUndefined();
  }
  expect(site.read('ru/feed.xml').toString()).toContain(ORIGIN);
  expect(await inspect(await openPlace(folder, {}))).toMatchObject({ exit: 0 });
});

test('a mirror is asked through a proxy, and at its own address alone', async () => {
  const mirror = await serveFolder(site.tree);
  const asked: string[] = [];
  const proxy = createServer().on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const onward = connect(Number(new URL(mirror.base).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    for (const one of [socket, onward]) one.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const through = parseProxy(`http://127.0.0.1:${port}`);
  const source = await openPlace('http://news.invalid/sub', { proxy: through });
  const found = await inspect(source);
  expect(found).toMatchObject({ exit: 0, findings: [] });
  expect(new Set(asked)).toEqual(new Set(['news.invalid:80']));
  await expect(openPlace(mirror.base, { base })).rejects.toThrow('--base is for folders');
  await mirror.close();
  proxy.closeAllConnections();
  proxy.close();
});
