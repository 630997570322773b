import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openMirror } from '@tamizdat/release';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFolderStore } from '../kinds/folder-store.ts';
import { cacheControl } from '../kinds/headers.ts';
import { freePort } from '../../testing/sample-stores.ts';
import { loadLocalRelease } from './local-release.ts';
import { publishMirror } from './publish-mirror.ts';
import { readSource } from '../../testing/reading.ts';
import { stepped } from '../../testing/stepped-store.ts';

/** A mirror that is read through a cache, which goes on serving old paths while it is published to. */

const NGINX = '/usr/sbin/nginx';
const hasNginx = spawnSync(NGINX, ['-v']).status === 0;

let site: SampleSite;
let mirror: string;
let server: Server;

beforeEach(async () => {
  site = new SampleSite();
  site.release();
  mirror = join(site.folder, 'mirror');
  server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    try {
      const bytes = readFileSync(join(mirror, path));
      response.setHeader('cache-control', cacheControl(path)).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  site.remove();
});

/** A caching proxy before the mirror, which keeps everything for five minutes, whatever it is told. */
async function serveCached(
  keepsHead: boolean,
): Promise<{ base: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const folder = join(site.folder, 'nginx');
  mkdirSync(folder);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = `user root;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
${temporary}
access_log off;
proxy_cache_path ${folder}/cache keys_zone=pages:1m;
server {
  listen 127.0.0.1:${port};
  proxy_cache pages;
  proxy_cache_valid 200 5m;
  proxy_ignore_headers Cache-Control Expires;
  add_header x-cache $upstream_cache_status;
  location / { proxy_pass ${upstream}; }
  location ~ ^/release/(bundle|timestamp)\\.json$ { proxy_pass ${upstream}; ${keepsHead ? '' : 'proxy_cache off;'} }
}
}
`;
  writeFileSync(join(folder, 'nginx.conf'), config);
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
  const child = spawn(NGINX, args, { stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}/`;
  while (!(await fetch(`${base}none`).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => {
        resolve();
      });
      child.kill();
    });
  return { base, stop };
}

/** Pages that are there in all releases, every other one, as the cache's readers happened to ask for them. */
async function warm(base: string, odd: number): Promise<string[]> {
  const asked = Array.from({ length: 40 }, (_, at) => at + 40).filter((at) => at % 2 === odd);
  return Promise.all(
    [
      ...asked.map((at) => `ru/2026/11/${at % 28}/page-${at}.html`),
      'index.html',
      'ru/feed.xml',
    ].map(async (path) => {
      const response = await fetch(base + path);
      await response.arrayBuffer();
      return response.headers.get('x-cache') ?? '';
    }),
  );
}

/** A release that adds a page and changes others, some of them in each release. */
function nextRelease(round: number): void {
  site.write('index.html', `front ${round}`);
  site.write('ru/feed.xml', `${site.read('ru/feed.xml').toString()} ${round}`);
  site.write(`ru/2026/11/22/new-${round}.html`, `new ${round}`);
  for (const at of [50, 51, 60 + round])
    site.write(`ru/2026/11/${at % 28}/page-${at}.html`, `changed ${round}`);
  rmSync(join(site.tree, `ru/2026/11/${round}/page-${round}.html`));
  site.release(NOW + round * 1_000);
}

describe.skipIf(!hasNginx)('every page can be had of one release', () => {
  test('where pages are old and the head is fresh', async () => {
    const { base, stop } = await serveCached(false);
    try {
      const publish = (before = () => Promise.resolve()) =>
        publishMirror(stepped(openFolderStore(mirror), before), loadLocalRelease(site.tree), {
          base,
          now: NOW,
        });
      const read = () => readSource(openMirror(base));
      await publish();
      expect(new Set(await warm(base, 0))).toEqual(new Set(['MISS']));
      const numbers = [];
      for (const round of [1, 2, 3]) {
        nextRelease(round);
        let step = 0;
        await publish(async () => {
          // What is read stays in the cache: so the first looks are at the steps where most is in between.
          if (++step % 4 !== round % 4) return;
          const { number, lost } = await read();
          expect(lost).toEqual([]);
          numbers.push(number);
        });
        expect(await warm(base, round % 2)).toContain('HIT');
        const { number, lost } = await read();
        expect({ round, lost }).toEqual({ round, lost: [] });
        numbers.push(number);
      }
      expect([...new Set(numbers)]).toEqual([1, 2, 3, 4]);
      const front = await (await fetch(`${base}index.html`)).text();
      expect(front).toBe('front');
      expect(numbers.length).toBeGreaterThan(9);
    } finally {
      await stop();
    }
  });

  test('three releases after the head that a cache still serves, if nothing else of it was asked for', async () => {
    const { base, stop } = await serveCached(true);
    try {
      const publish = () =>
        publishMirror(openFolderStore(mirror), loadLocalRelease(site.tree), { base, now: NOW });
      await publish();
      await (await fetch(`${base}release/bundle.json`)).arrayBuffer();
      for (const round of [1, 2, 3]) {
        nextRelease(round);
        await publish();
      }
      expect(await readSource(openMirror(base))).toEqual({ number: 1, lost: [] });
    } finally {
      await stop();
    }
  });
});
