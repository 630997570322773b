import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { walkFolder } from '@tamizdat/files';
import { inspectRelease, openFolder } from '@tamizdat/release';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import S3rver from 's3rver';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MirrorError } from '../mirror-error.ts';
import { loadLocalRelease } from '../publish/local-release.ts';
import { Outbox } from '../publish/outgoing.ts';
import { isReleaseName } from '../publish/packed-names.ts';
import { publishMirror } from '../publish/publish-mirror.ts';
import { listFiles } from '../publish/read-mirror.ts';
import { openFolderStore } from './folder-store.ts';
import { RcloneStore } from './rclone-store.ts';
import {
  fetchAll,
  type SampleStore,
  serveStore,
  writeConfig,
} from '../../testing/sample-stores.ts';

const BASE = 'https://one.example/f/';

let site: SampleSite;
let store: SampleStore | undefined;

beforeEach(() => {
  site = new SampleSite();
  site.release();
  mkdirSync(join(site.folder, 'store'));
  // Where a machine has a bundle of certificates of its own, rclone 1.60 cannot take it for S3.
  vi.stubEnv('AWS_CA_BUNDLE', undefined);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await store?.close();
  store = undefined;
  site.remove();
});

function use(given: SampleStore): SampleStore {
  store = given;
  vi.stubEnv('RCLONE_CONFIG', given.config);
  return given;
}

const open = (remote: string, compress = false) =>
  new RcloneStore({ remote, compress }, join(site.folder, 'work'));

function publish(remote: string, compress = false, repair = false) {
  const options = { base: BASE, now: NOW, wait: () => Promise.resolve(), repair };
  return publishMirror(open(remote, compress), loadLocalRelease(site.tree), options);
}

/** What a store has that was published to before, without a call of rclone. */
const publishFolder = (folder: string) =>
  publishMirror(openFolderStore(folder), loadLocalRelease(site.tree), { base: BASE, now: NOW });

/** What a test altered, cut and deleted. */
const ALTERED = ['index.html', 'media/0a.avif', 'ru/feed.xml'];

async function faults({ fetchInto }: SampleStore) {
  const folder = join(site.folder, 'fetched');
  rmSync(folder, { recursive: true, force: true });
  await fetchInto(folder);
  const source = { ...openFolder(folder), base: BASE };
  const scope = { kind: 'all' } as const;
  const options = { known: undefined, now: NOW, scope, strict: true };
  return (await inspectRelease(source, options)).findings;
}

function nextRelease(): void {
  site.write('index.html', 'another front');
  rmSync(join(site.tree, 'ru/2026/11/1/page-1.html'));
  site.release(NOW + 1_000, undefined, undefined, ['ru/2026/11/1/page-1.html']);
}

/** A store as buckets are, with a list of what it was asked. */
async function serveS3(): Promise<SampleStore & { asked: string[]; address: string }> {
  const folder = join(site.folder, 'store');
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 'buckets'),
    configureBuckets: [{ name: 'bucket', configs: [] }],
  });
  const asked: string[] = [];
  server.middleware.unshift(async (context, next) => {
    asked.push(`${context.method} ${context.path}`);
    await next();
  });
  const { port } = (await server.run()) as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const config = writeConfig(folder, {
    type: 's3',
    provider: 'Other',
    access_key_id: 'S3RVER',
    secret_access_key: 'S3RVER',
    endpoint: address,
    force_path_style: 'true',
  });
  return {
    remote: 'store:bucket/site',
    config,
    asked,
    address,
    fetchInto: (into) => fetchAll(config, 'store:bucket/site', into),
    close: () => server.close(),
  };
}

/** A machine without rclone passes these tests over; the runner of all tests says so. */
const hasRclone = spawnSync('rclone', ['version']).status === 0;

describe.skipIf(!hasRclone).each(['webdav', 'sftp'] as const)('a store behind %s', (protocol) => {
  const served = (path = '') => join(site.folder, 'store/served/site', path);

  test('verifies as a whole after each publication, and keeps what is not ours', async () => {
    const sample = use(await serveStore(protocol, join(site.folder, 'store')));
    // Folders and files are made by both; the first release whole, by one of them.
    const first = protocol === 'webdav' ? publish(sample.remote) : publishFolder(served());
    expect(await first).toMatchObject({ state: 'published', first: true });
    expect(await faults(sample)).toEqual([]);
    writeFileSync(served('CNAME'), 'mine');
    nextRelease();
    expect((await publish(sample.remote)).sent).toBeLessThan(20);
    expect(await faults(sample)).toEqual([{ code: 'outside-tree', at: 'CNAME' }]);
    expect(existsSync(served('ru/2026/11/1/page-1.html'))).toBe(false);
    expect(await publish(sample.remote)).toMatchObject({ state: 'same' });
  });

  test('is sent in a repair what somebody altered, cut or deleted there and nothing else', async () => {
    const sample = use(await serveStore(protocol, join(site.folder, 'store')));
    await publishFolder(served());
    rmSync(served('index.html'));
    writeFileSync(served('ru/feed.xml'), 'theirs');
    truncateSync(served('media/0a.avif'), 1);
    if (protocol === 'sftp') {
      const local = loadLocalRelease(site.tree);
      const outbox = new Outbox(local, BASE);
      const files = listFiles(local).map((file) => outbox.path(file));
      const differing = await open(sample.remote).differing(files);
      expect(differing.map(({ path }) => path).sort()).toEqual(ALTERED);
      return;
    }
    expect(await publish(sample.remote)).toMatchObject({ state: 'same' });
    const mended = await publish(sample.remote, false, true);
    expect(mended).toMatchObject({ state: 'published', sent: ALTERED.length });
    expect(await faults(sample)).toEqual([]);
  });

  test('is known to have what was lengthened there otherwise, and no more of it is fetched than there should be', async () => {
    const sample = use(await serveStore(protocol, join(site.folder, 'store')));
    await publishFolder(served());
    appendFileSync(served('release/1.root.json'), ' '.repeat(100_000));
    const file = new Outbox(loadLocalRelease(site.tree), BASE).name('1.root.json');
    expect(await open(sample.remote).differing([file])).toEqual([file]);
    const names = await open(sample.remote).list();
    expect(names.sort()).toEqual(walkFolder(served('release')).files.filter(isReleaseName).sort());
  });
});

describe.skipIf(!hasRclone)('a bucket', () => {
  test('is asked once when nothing is new, and for what differs otherwise', async () => {
    const sample = await serveS3();
    use(sample);
    const folder = join(site.folder, 'filled');
    await publishFolder(folder);
    await fetchAll(sample.config, folder, sample.remote);
    sample.asked.length = 0;
    expect(await publish(sample.remote)).toMatchObject({ state: 'same' });
    expect(sample.asked).toEqual(['GET /bucket/site/release/published.json']);
    nextRelease();
    sample.asked.length = 0;
    await publish(sample.remote);
    const pages = sample.asked.filter((line) => !line.includes('/release/'));
    expect(new Set(pages)).toEqual(
      new Set([
        'PUT /bucket/site/index.html',
        'HEAD /bucket/site/index.html',
        'HEAD /bucket/site/ru/2026/11/1/page-1.html',
        'DELETE /bucket/site/ru/2026/11/1/page-1.html',
        'GET /bucket/site/index.html',
      ]),
    );
    expect(await faults(sample)).toEqual([]);
  });

  test('keeps types, times to live, and pages compressed where that was asked for', async () => {
    const sample = await serveS3();
    use(sample);
    await publish(sample.remote, true);
    const headers = async (path: string) => {
      const response = await fetch(`${sample.address}/bucket/site/${path}`, {
        headers: { 'accept-encoding': 'identity' },
      });
      return ['content-type', 'cache-control', 'content-encoding'].map((name) =>
        response.headers.get(name),
      );
    };
    const html = 'text/html; charset=utf-8';
    expect(await headers('index.html')).toEqual([html, 'public, max-age=60', 'gzip']);
    expect(await headers('media/0a.avif')).toEqual([
      'image/avif',
      'public, max-age=31536000, immutable',
      null,
    ]);
    expect(await headers('release/bundle.json')).toEqual(['application/json', 'no-store', null]);
    const feed = await fetch(`${sample.address}/bucket/site/ru/feed.xml`);
    expect(await feed.text()).toContain(`${BASE}ru/`);
    const folder = join(site.folder, 'fetched');
    await sample.fetchInto(folder);
    expect(gunzipSync(readFileSync(join(folder, 'index.html'))).toString()).toBe('front');
    expect(await publish(sample.remote, true)).toMatchObject({ state: 'same' });
    // A repair knows compressed files as what they hold.
    expect(await publish(sample.remote, true, true)).toMatchObject({ state: 'same', sent: 0 });
  });
});

describe.skipIf(!hasRclone)('a store that fails', () => {
  /** Answers WebDAV badly. */
  async function serveBadly(status: number): Promise<string> {
    const server = createServer((_, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const settings = { type: 'webdav', url: `http://127.0.0.1:${port}`, vendor: 'other' };
    const config = writeConfig(join(site.folder, 'store'), settings);
    use({
      remote: 'store:site',
      config,
      fetchInto: () => Promise.resolve(),
      close: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => {
            resolve();
          });
        }),
    });
    return 'store:site';
  }

  test.each([
    [403, 'store-denied'],
    [429, 'store-busy'],
    [507, 'store-full'],
    [500, 'store-failed'],
  ])('with %d is told as %s', async (status, code) => {
    const asked = open(await serveBadly(status)).read('release/published.json', 1_000);
    await expect(asked).rejects.toMatchObject({ code });
  });

  test('because nobody configured it, or rclone is not there, is told with what to do', async () => {
    vi.stubEnv('RCLONE_CONFIG', writeConfig(join(site.folder, 'store'), { type: 'local' }));
    await expect(publish('other:site')).rejects.toMatchObject({ code: 'store-missing' });
    vi.stubEnv('PATH', join(site.folder, 'store'));
    const missing = publish('store:site');
    await expect(missing).rejects.toMatchObject({ code: 'tool-missing' });
    await expect(
      missing.catch((error: unknown) => (error as MirrorError).remedy.en),
    ).resolves.toContain('apt install rclone');
  });
});
