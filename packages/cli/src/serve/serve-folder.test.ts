import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { explainListening } from './explain-listening.ts';
import { MAX_PORT, serveFolder } from './serve-folder.ts';

let folder: string;
let taken: Server;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tamizdat-serve-'));
  await mkdir(path.join(folder, 'en'));
  await writeFile(path.join(folder, 'index.html'), 'front');
  for (const [name, text] of [
    ['en/2026/11', 'november'],
    ['en/а:b', 'colon'],
  ] as const) {
    await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, name, 'index.html'), text);
  }
  await writeFile(path.join(folder, 'en/index.html'), 'english front');
  await writeFile(path.join(folder, '404.html'), 'nowhere');
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  taken.close();
  await rm(folder, { recursive: true });
});

describe('serving a finished tree', () => {
  it('answers with files, folders’ index documents and the not-found page', async () => {
    const base = await serveFolder(folder, { host: '127.0.0.1', port: 0 });
    const get = async (address: string) => {
      const response = await fetch(`${base ?? ''}${address}`);
      return [response.status, await response.text()];
    };
    expect(await get('')).toEqual([200, 'front']);
    expect(await get('en/')).toEqual([200, 'english front']);
    expect(await get('en/missing.html')).toEqual([404, 'nowhere']);
    expect(await get('..%2f..%2fetc%2fpasswd')).toEqual([404, 'nowhere']);
  });

  it('leads to the slash of a folder, inside the tree', async () => {
    const base = (await serveFolder(folder, { host: '127.0.0.1', port: 0 })) ?? '';
    const lead = async (address: string) => {
      const { status, headers } = await fetch(`${base}${address}`, { redirect: 'manual' });
      return [status, headers.get('location')];
    };
    expect(await lead('en')).toEqual([308, './en/']);
    expect(await lead('en/2026/11?q=%2F&x')).toEqual([308, './11/?q=%2F&x']);
    expect(await lead('en/%D0%B0:b')).toEqual([308, './%D0%B0:b/']);
    expect(await lead('/evil.example/..%2fen')).toEqual([404, null]);
    for (const none of ['en/2026', 'en%2f..%2f..', '..%2f..', 'en%zz', 'index.html', 'none'])
      expect((await lead(none))[1], none).toBeNull();
    const led = await fetch(`${base}en/2026/11`);
    expect([led.url, await led.text()]).toEqual([`${base}en/2026/11/`, 'november']);
  });

  it('takes the next free port', async () => {
    const { port } = taken.address() as AddressInfo;
    const base = await serveFolder(folder, { host: '127.0.0.1', port });
    expect(Number(new URL(base ?? '').port)).toBeGreaterThan(port);
  });

  it('says what is missing where there is no tree', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(
      await serveFolder(path.join(folder, 'en', 'none'), { host: '127.0.0.1', port: 0 }),
    ).toBeUndefined();
    expect(said.mock.calls.join('')).toMatch(
      /npm run build.*tamizdat ship.*serve it, and ship again/,
    );
    said.mockRestore();
  });

  it('says why it cannot listen, with a code and a way out, up to the last port there is', async () => {
    const written: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const last = createServer();
    await new Promise<void>((resolve) => {
      last.once('error', () => {
        resolve();
      });
      last.listen(MAX_PORT, '127.0.0.1', resolve);
    });
    expect(await serveFolder(folder, { host: '127.0.0.1', port: MAX_PORT })).toBeUndefined();
    expect(await serveFolder(folder, { host: '192.0.2.1', port: 0 })).toBeUndefined();
    last.close();
    vi.restoreAllMocks();
    expect(written).toMatchObject([
      expect.stringMatching(/^port-taken: The ports 65535 to 65535 .*--port 8080/) as string,
      expect.stringMatching(/^host-not-here: 192\.0\.2\.1:0 \(EADDRNOTAVAIL\) .*--host/) as string,
    ]);
    for (const said of Object.values(explainListening('EACCES', '::', 80)))
      expect(said).toMatch(/^port-forbidden: :::80 \(EACCES\).*--port 8080/);
  });
});
