import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NOW, SampleSite } from '@tamizdat/release/testing';
import S3rver from 's3rver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MirrorError } from '../mirror-error.ts';
import { loadLocalRelease } from '../publish/local-release.ts';
import { publishMirror } from '../publish/publish-mirror.ts';
import { listFaults, readAsReader } from '../../testing/reading.ts';
import { retrying } from '../publish/retry.ts';
import { hashBytes } from './check-outgoing.ts';
import { type Choose, type FaultyProxy, serveFaulty } from '../../testing/faulty-proxy.ts';
import { GitStore } from './git-store.ts';
import { RcloneStore } from './rclone-store.ts';
import {
  freePort,
  type SampleStore,
  serveStore,
  writeConfig,
} from '../../testing/sample-stores.ts';
import type { Outgoing, Store } from './store.ts';

/** Stores that fail, each a real one: what is said, that readers lose nothing, and that the next run finishes. */

const BASE = 'https://one.example/f/';

/** A machine without rclone passes these tests over; the runner of all tests says so. */
const hasRclone = spawnSync('rclone', ['version']).status === 0;

const publishTo = (store: Store, tree: string) =>
  publishMirror(store, loadLocalRelease(tree), {
    base: BASE,
    now: NOW,
    wait: () => Promise.resolve(),
  });

async function failureOf(publication: Promise<unknown>): Promise<MirrorError> {
  const error: unknown = await publication.catch((reason: unknown) => reason);
  if (error instanceof MirrorError) return error;
  throw new Error('It did not fail as it should.', { cause: error });
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe.skipIf(!hasRclone)('a store behind rclone', () => {
  const site = new SampleSite();
  const served = join(site.folder, 'store/served/site');
  const work = join(site.folder, 'work');
  let server: SampleStore;
  let proxy: FaultyProxy;
  let choose: Choose = () => undefined;

  /** The store as the next call finds it, with the settings that are there. */
  const open = (remote = 'store:site'): Store =>
    retrying(new RcloneStore({ remote, compress: false }, work, 1), () => Promise.resolve());
  const use = (folder: string, settings: Readonly<Record<string, string>>): void => {
    mkdirSync(join(site.folder, folder), { recursive: true });
    vi.stubEnv('RCLONE_CONFIG', writeConfig(join(site.folder, folder), settings));
  };
  const page = (path: string, content = path.repeat(100)): Outgoing => {
    const bytes = new TextEncoder().encode(content);
    const [type, cache] = ['text/html', 'no-store'];
    return { path, type, cache, compressible: true, hash: hashBytes(bytes), content: { bytes } };
  };

  beforeAll(async () => {
    mkdirSync(join(site.folder, 'store'));
    server = await serveStore('webdav', join(site.folder, 'store'));
    const url = /^url = (.+)$/m.exec(readFileSync(server.config, 'utf8'))?.[1] ?? '';
    proxy = await serveFaulty(url, (method, path) => choose(method, path));
  });
  beforeEach(() => {
    choose = () => undefined;
    use('settings', { type: 'webdav', url: proxy.address, vendor: 'other' });
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
    site.remove();
  });

  const put = (fault: ReturnType<Choose>, which = /./): Choose => {
    return (method, path) => (method === 'PUT' && which.test(path) ? fault : undefined);
  };

  // What a publication makes of each is tested without rclone: publish/failing-store.test.ts.
  test.each<[string, Choose, string, RegExp]>([
    ['loses everything', put('lose'), 'store-lost', /is not there/],
    ['loses a page', put('lose', /new\.html$/), 'store-lost', /is not there/],
    ['cuts what it is sent', put('cut'), 'store-altered', /did not keep a file/],
    ['cuts pages', put('cut', /index\.html$/), 'store-altered', /did not keep a file/],
    ['answers 500', put({ status: 500 }), 'store-failed', /broke off/],
    ['is full', put({ status: 507 }, /new/), 'store-full', /no space left/],
    [
      'changes the case of names',
      (method, path) =>
        method === 'PUT'
          ? { path: path.replace(/[^/]+$/, (name) => name.toUpperCase()) }
          : undefined,
      'store-lost',
      /is not there/,
    ],
    ['never answers', put('hang'), 'store-silent', /does not answer/],
  ])('that %s', async (_, bad, code, said) => {
    choose = bad;
    const store = new RcloneStore({ remote: 'store:site', compress: false }, work, 1);
    const failure = await failureOf(store.put([page('index.html'), page('ru/new.html')]));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(said);
    expect(JSON.stringify([failure.happened, failure.remedy])).not.toContain('127.0.0.1');
  });

  test.each<[number, string, Choose]>([
    [507, 'store-full', put({ status: 507 })],
    [403, 'store-denied', () => ({ status: 403 })],
    [429, 'store-busy', () => ({ status: 429 })],
  ])('that answers %i says %s where rclone is set up by variables alone', async (_, code, bad) => {
    vi.stubEnv('RCLONE_CONFIG', join(site.folder, 'none/rclone.conf'));
    vi.stubEnv('RCLONE_CONFIG_STORE_TYPE', 'webdav');
    vi.stubEnv('RCLONE_CONFIG_STORE_URL', proxy.address);
    vi.stubEnv('RCLONE_CONFIG_STORE_VENDOR', 'other');
    choose = bad;
    const asked = proxy.asked.length;
    const failure = await failureOf(open().put([page('index.html')]));
    expect(failure).toMatchObject({ code });
    // What may pass is tried again; rclone asks up to three times each time.
    if (failure.passing) expect(proxy.asked.length - asked).toBeGreaterThan(3);
  });

  test('that wants fewer requests for a while is sent it when it wants more', async () => {
    let refused = 0;
    choose = (method) =>
      method === 'PUT' && refused++ < 5
        ? { status: 429, headers: { 'retry-after': '1' } }
        : undefined;
    await open().put([page('busy.html')]);
    expect(refused).toBeGreaterThan(5);
    expect(existsSync(join(served, 'busy.html'))).toBe(true);
  });

  test('that refuses to delete says so', async () => {
    await open().put([page('gone.html')]);
    choose = (method) => (method === 'DELETE' ? { status: 403 } : undefined);
    expect((await failureOf(open().remove(['gone.html']))).code).toBe('store-denied');
    expect(existsSync(join(served, 'gone.html'))).toBe(true);
  });

  test('that answers 200 for what is missing is believed nothing of it', async () => {
    const welcome = '<!DOCTYPE html><title>Welcome</title>';
    choose = (method, path) =>
      ['GET', 'HEAD'].includes(method) && !existsSync(join(site.folder, 'store/served', path))
        ? { status: 200, body: welcome }
        : undefined;
    rmSync(served, { recursive: true, force: true });
    site.release();
    expect(await publishTo(open(), site.tree)).toMatchObject({ state: 'published', first: true });
    expect(await listFaults(served, BASE)).toEqual([]);
    rmSync(join(served, 'index.html'));
    const files = [page('index.html'), page('media.html', welcome)];
    expect(await open().differing(files)).toEqual(files);
  });

  test('that is not there: its name leads nowhere, it takes no connection, or another one answers', async () => {
    const at = async (url: string) => {
      use('elsewhere', { type: 'webdav', url, vendor: 'other' });
      const store = new RcloneStore({ remote: 'store:site', compress: false }, work, 1);
      return failureOf(store.read('release/published.json', 1_000));
    };
    expect(await at('http://mirror.invalid')).toMatchObject({
      code: 'store-unreachable',
      happened: { en: 'The store’s name leads nowhere: no address was found for it.' },
    });
    expect((await at(`http://127.0.0.1:${await freePort()}`)).code).toBe('store-unreachable');
    const impostor = createServer(certificateOf(site.folder), (_, response) => response.end());
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve));
    const { port } = impostor.address() as AddressInfo;
    expect((await at(`https://127.0.0.1:${port}`)).code).toBe('store-certificate');
    impostor.close();
  });

  test('whose clock is off', async () => {
    const buckets = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: join(site.folder, 'buckets'),
      configureBuckets: [{ name: 'bucket', configs: [] }],
    });
    const { port } = (await buckets.run()) as AddressInfo;
    use('s3', {
      type: 's3',
      provider: 'Other',
      access_key_id: 'S3RVER',
      secret_access_key: 'S3RVER',
      endpoint: `http://127.0.0.1:${port}`,
      force_path_style: 'true',
    });
    // Where a machine has a bundle of certificates of its own, rclone 1.60 cannot take it for S3.
    vi.stubEnv('AWS_CA_BUNDLE', undefined);
    const read = () => open('store:bucket/site').read('release/published.json', 1_000);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    expect(await failureOf(read())).toMatchObject({ code: 'clock-off' });
    vi.useRealTimers();
    expect(await read()).toBeUndefined();
    await buckets.close();
  });
});

function certificateOf(folder: string): { key: string; cert: string } {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
  execFileSync(
    'openssl',
    [...request, '-subj', '/CN=other.invalid', '-keyout', key, '-out', cert],
    {
      stdio: 'ignore',
    },
  );
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

describe('a host of git repositories', () => {
  const site = new SampleSite();
  site.release();
  afterAll(() => {
    site.remove();
  });

  const pushTo = (repository: string) =>
    failureOf(
      publishTo(
        new GitStore({ repository, branch: 'pages', squash: false }, join(site.folder, 'work'), 1),
        site.tree,
      ),
    );

  test('that is not there: its name leads nowhere, it takes no connection, or another one answers', async () => {
    expect((await pushTo('http://mirror.invalid/site.git')).code).toBe('store-unreachable');
    expect((await pushTo(`http://127.0.0.1:${await freePort()}/site.git`)).code).toBe(
      'store-unreachable',
    );
    const impostor = createServer(certificateOf(site.folder), (_, response) => response.end());
    await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve));
    const { port } = impostor.address() as AddressInfo;
    expect((await pushTo(`https://127.0.0.1:${port}/site.git`)).code).toBe('store-certificate');
    impostor.close();
  });

  test('that never answers, or wants fewer requests', async () => {
    const proxy = await serveFaulty('http://127.0.0.1:9', (_, path) =>
      path.startsWith('/busy') ? { status: 429, headers: { 'retry-after': '1' } } : 'hang',
    );
    expect((await pushTo(`${proxy.address}/site.git`)).code).toBe('store-silent');
    expect((await pushTo(`${proxy.address}/busy.git`)).code).toBe('store-busy');
    await proxy.close();
  });

  test('whose branch somebody else moves meanwhile is left as it is, and the next run goes on', async () => {
    const bare = join(site.folder, 'site.git');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', bare, ...args], { encoding: 'utf8' });
    execFileSync('git', ['init', '--quiet', '--bare', bare]);
    const open = (work: string) =>
      new GitStore({ repository: bare, branch: 'pages', squash: false }, join(site.folder, work));
    const [one, other] = [open('one'), open('other')];
    const finish = one.finish.bind(one);
    one.finish = async (release) => {
      await publishTo(other, site.tree);
      await finish(release);
    };
    expect((await failureOf(publishTo(one, site.tree))).code).toBe('store-moved');
    expect(git('rev-list', '--count', 'pages').trim()).toBe('1');
    expect(await publishTo(open('one'), site.tree)).toMatchObject({ state: 'same' });
  });
});

/** Whether this machine lets a test mount a small disk in a namespace of its own. */
const canMount =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).status === 0;

describe.skipIf(!canMount)('a disk', () => {
  test('that is full keeps the former release whole, and is gone on with when there is space', () => {
    const site = new SampleSite();
    site.release();
    const first = site.copy('first');
    site.write('media/0b.avif', 'x'.repeat(300_000));
    site.write('index.html', 'front 2');
    site.release(NOW + 1_000);
    const mirror = join(site.folder, 'mirror');
    const kept = join(site.folder, 'kept');
    mkdirSync(mirror);
    const child = join(import.meta.dirname, '../../testing/publish-child.ts');
    const publish = (tree: string) =>
      `"${process.execPath}" "${child}" "${tree}" "${mirror}" "${BASE}" ${NOW} -1`;
    const script = [
      `mount -t tmpfs -o size=4m tmpfs "${mirror}"`,
      publish(first),
      // What is left is less than the picture takes.
      `dd if=/dev/zero of="${mirror}/filler" bs=1k count=3900 2>/dev/null`,
      publish(site.tree),
      `rm "${mirror}/filler"`,
      `cp -r "${mirror}" "${kept}"`,
      publish(site.tree),
      `cp -r "${mirror}" "${kept}-2"`,
    ].join('\n');
    const { stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
    expect(stderr.match(/store-\w+/g)?.[0]).toBe('store-full');
    writeFileSync(join(site.folder, 'said'), stderr);
    return Promise.all([readAsReader(kept, BASE), readAsReader(`${kept}-2`, BASE)]).then((read) => {
      expect(read).toEqual([
        { number: 1, lost: [] },
        { number: 2, lost: [] },
      ]);
      site.remove();
    });
  });
});
