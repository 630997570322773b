import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DAY_MS, NOW, ROOT_1, ROOT_2, SECOND_KEYS } from '@tamizdat/release/testing';
import { type Host, SampleReader } from '../../../testing/sample-reader.ts';
import { HOSTS_PER_MINUTE } from '../../limits.ts';

const PAGE = 'ru/2026/11/3/page-3.html';
const BLOCK_PAGE = '<!doctype html><title>Access to this site is restricted</title>';

let sample: SampleReader;
afterEach(() => sample.close());

/** Opens a sample of which the reader has seen a page. */
async function visit(mirrors = 1): Promise<{ origin: Host; mirror: Host; others: Host[] }> {
  sample = await SampleReader.open(mirrors);
  await sample.reader.begin();
  await sample.read('index.html');
  const [origin, mirror, ...others] = sample.hosts;
  if (!origin || !mirror) throw new Error('no host');
  return { origin, mirror, others };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isPage = (path: string): boolean => !path.startsWith('release/');

test('a page comes from the reader’s own address, with the type that is signed', async () => {
  const { origin } = await visit();
  const shown = await sample.reader.find(PAGE, true);
  expect(shown).toMatchObject({ from: 'scope', base: origin.base, isOld: false });
  expect(shown.isUnchecked).toBe(false);
  expect(shown.file.type).toBe('text/html; charset=utf-8');
});

test('a release of somebody else is never begun with', async () => {
  sample = await SampleReader.open(0);
  const { store, site } = sample;
  site.write(
    'release/1.root.json',
    site.read('release/1.root.json').toString().replace('2028', '2038'),
  );
  await expect(sample.reader.begin()).rejects.toThrow();
  expect([...store.held.keys()]).toEqual(['notes']);
});

test.each<[string, Host['tamper']]>([
  ['refuses', (_, response) => (response.destroy(), true)],
  ['shows a page with 200', (_, response) => (response.end(BLOCK_PAGE), true)],
  ['shows a page with 403', (_, response) => (response.writeHead(403).end(BLOCK_PAGE), true)],
  ['shows a page with 451', (_, response) => (response.writeHead(451).end(BLOCK_PAGE), true)],
  [
    'leads to a page elsewhere',
    (_, response) => (response.writeHead(302, { location: '/sub/block.html' }).end(), true),
  ],
  [
    'breaks off',
    (_, response) => {
      response.writeHead(200, { 'content-length': '9000' });
      response.write('page');
      setTimeout(() => response.destroy(), 20);
      return true;
    },
  ],
])('when the origin %s, the page comes from a mirror', async (_, tamper) => {
  const { origin, mirror } = await visit();
  origin.tamper = tamper;
  sample.start();
  const shown = await sample.reader.find(PAGE, true);
  expect(shown).toMatchObject({ from: 'mirror', base: mirror.base, isOld: false });
  expect(new TextDecoder().decode(shown.bytes)).toMatch(/^page 3 /);
});

test('silence is a block too', async () => {
  const { origin, mirror } = await visit();
  origin.tamper = () => true;
  expect(await sample.reader.find(PAGE, true)).toMatchObject({ base: mirror.base });
});

test('an altered word is never shown', async () => {
  const { origin, mirror } = await visit();
  const alter: Host['tamper'] = (path, response) => {
    if (!isPage(path)) return path.startsWith('release/files/') && (response.destroy(), true);
    response.end(sample.site.read(path).toString().replace('page', 'evil'));
    return true;
  };
  origin.tamper = mirror.tamper = alter;
  await expect(sample.read(PAGE)).rejects.toThrow();
  // What was read before stays readable.
  expect(await sample.read('index.html')).toBe('front');
});

test('a new release is followed, and an earlier one never shown again', async () => {
  const { origin, mirror } = await visit();
  const before = sample.site.copy('before');
  sample.site.write('index.html', 'second front');
  sample.site.release(NOW + 60_000);
  sample.now += 3_600_000;
  expect(await sample.read('index.html')).toBe('second front');
  origin.folder = mirror.folder = before;
  sample.now += 3_600_000;
  sample.start();
  const shown = await sample.reader.find('index.html', true);
  expect(new TextDecoder().decode(shown.bytes)).toBe('second front');
  expect(shown.isUnchecked).toBe(true);
});

test('keys that were replaced are followed from the known root on', async () => {
  await visit();
  sample.site.write('index.html', 'under new keys');
  sample.site.release(sample.now + 60_000, SECOND_KEYS, [ROOT_1, ROOT_2]);
  sample.now += 3_600_000;
  expect(await sample.read('index.html')).toBe('under new keys');
  // What is kept leads from the fingerprint to there again.
  sample.start();
  await sample.reader.load();
  expect(sample.reader.known.head?.trust.timestamp).toBeGreaterThan(0);
});

test('a host that serves last month for ever keeps nobody there', async () => {
  const { origin, mirror } = await visit();
  origin.folder = sample.site.copy('before');
  sample.now += 30 * DAY_MS;
  sample.site.write('index.html', 'next month');
  sample.site.release(sample.now - 60_000);
  sample.start();
  const shown = await sample.reader.find('index.html', true);
  expect(new TextDecoder().decode(shown.bytes)).toBe('next month');
  expect(shown).toMatchObject({ base: mirror.base, isOld: false });
});

test('where nobody has anything recent, it is shown and said to be old', async () => {
  await visit();
  sample.now += 30 * DAY_MS;
  sample.start();
  expect(await sample.reader.find(PAGE, true)).toMatchObject({ from: 'scope', isOld: true });
});

test('a cache that lags is passed by under the name of the hash', async () => {
  const { origin } = await visit();
  sample.site.write('index.html', 'second front');
  sample.site.release(NOW + 60_000);
  sample.now += 3_600_000;
  origin.tamper = (path, response) => {
    if (path !== 'index.html') return false;
    response.end('front');
    return true;
  };
  const shown = await sample.reader.find('index.html', true);
  expect(new TextDecoder().decode(shown.bytes)).toBe('second front');
  expect(shown.from).toBe('scope');
});

describe('a mirror whose cache still has the former head before the newest pages', () => {
  const NEW = 'ru/2026/11/9/new.html';
  const isHead = (path: string) =>
    /^release\/(?:timestamp\.json|\d+\.\w+\.json|targets\/)/.test(path);

  /** The origin is gone, and the mirror that is asked first lags. */
  async function lag(): Promise<Host[]> {
    const { origin, mirror, others } = await visit(2);
    const before = sample.site.copy('before');
    sample.site.write('index.html', 'second front');
    sample.site.write(NEW, 'new');
    sample.site.release(NOW + 60_000);
    sample.now += 3_600_000;
    origin.tamper = (_, response) => (response.destroy(), true);
    mirror.tamper = (path, response) => {
      if (!isHead(path)) return false;
      response.end(readFileSync(join(before, path)));
      return true;
    };
    sample.start();
    return others;
  }

  test('keeps nobody from a page that is new', async () => {
    await lag();
    expect(await sample.read(NEW)).toBe('new');
  });

  test('keeps nobody at the former text', async () => {
    await lag();
    expect(await sample.read('index.html')).toBe('second front');
  });

  test('is believed where nobody else answers', async () => {
    for (const other of await lag()) other.tamper = () => true;
    expect(await sample.read(PAGE)).toMatch(/^page 3 /);
  });
});

test('a picture of a page that stands open since the former release comes from it', async () => {
  await visit();
  const former = sample.site.read('media/0a.avif');
  rmSync(join(sample.site.tree, 'media/0a.avif'));
  sample.site.release(NOW + 60_000);
  sample.now += 3_600_000;
  await sample.read(PAGE);
  await expect(sample.reader.find('media/0a.avif', false)).rejects.toMatchObject({
    code: 'not-in-tree',
  });
  sample.site.write(`release/files/${sha256(former)}`, former);
  const { bytes } = await sample.reader.findFormer('media/0a.avif', 1);
  expect(Buffer.from(bytes).equals(former)).toBe(true);
  sample.site.write(`release/files/${sha256(former)}`, 'something else');
  await expect(sample.reader.findFormer('media/0a.avif', 1)).rejects.toThrow();
});

test('a worker that knows no list yet asks the mirrors of its script', async () => {
  sample = await SampleReader.open(1);
  const [origin, mirror] = sample.hosts;
  if (!origin || !mirror) throw new Error('no host');
  origin.tamper = (_, response) => (response.destroy(), true);
  await expect(sample.reader.begin()).rejects.toThrow();
  sample.now += 60_000;
  sample.settingsMirrors = [mirror.base];
  sample.store.held.clear();
  await sample.start().begin();
  expect(sample.reader.known.head?.release.number).toBe(1);
});

test('a newer list from a mirror without pages names the one that has them', async () => {
  const { origin, mirror } = await visit();
  const fresh = await sample.addHost();
  sample.list([mirror, fresh]);
  sample.site.release(NOW + 60_000);
  origin.tamper = (_, response) => (response.destroy(), true);
  mirror.tamper = (path, response) => isPage(path) && (response.writeHead(404).end(), true);
  sample.now += 3_600_000;
  sample.start();
  expect(await sample.reader.find(PAGE, true)).toMatchObject({ base: fresh.base });
});

test('a list that came empty leaves the one in use (SPEC 9.15)', async () => {
  const { mirror } = await visit();
  sample.list([]);
  sample.site.write('index.html', 'second front');
  sample.site.release(sample.now + 60_000);
  sample.now += 3_600_000;
  expect(await sample.read('index.html')).toBe('second front');
  expect(sample.reader.known.head?.mirrors?.mirrors).toEqual([]);
  expect(sample.reader.sources.order(sample.reader.known)).toContain(mirror.base);
});

test('at most four hosts are asked within a minute, and the others after it', async () => {
  const { origin, mirror, others } = await visit(6);
  const asked = new Set<string>();
  for (const host of [origin, mirror, ...others]) {
    host.tamper = (_, response) => {
      asked.add(host.base);
      response.end(BLOCK_PAGE);
      return true;
    };
  }
  sample.start();
  await expect(sample.read(PAGE)).rejects.toThrow();
  expect(asked.size).toBe(HOSTS_PER_MINUTE);
  sample.now += 61_000;
  for (const host of sample.hosts) if (!asked.has(host.base)) host.tamper = () => false;
  expect(await sample.read(PAGE)).toMatch(/^page 3 /);
});

test('requests to one host never overlap', async () => {
  const { origin } = await visit();
  let open = 0;
  let most = 0;
  origin.tamper = (path, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end(sample.site.read(path));
    }, 5);
    return true;
  };
  await Promise.all([3, 4, 5, 6].map((n) => sample.read(`ru/2026/11/${n}/page-${n}.html`)));
  expect(most).toBe(1);
});

test('what was altered where it is kept is not shown', async () => {
  await visit();
  for (const host of sample.hosts) host.tamper = (_, response) => (response.destroy(), true);
  sample.start();
  expect(await sample.read('index.html')).toBe('front');
  const kept = await sample.store.get('page/index.html');
  const altered = new TextDecoder().decode(kept).replace(/front$/, 'fraud');
  await sample.store.set('page/index.html', new TextEncoder().encode(altered));
  sample.start();
  await expect(sample.read('index.html')).rejects.toThrow();
});

test('a kept page goes after its days, but not by a clock that is a year ahead', async () => {
  await visit();
  for (const host of sample.hosts) host.tamper = (_, response) => (response.destroy(), true);
  const start = sample.now;
  sample.now = start + 6 * DAY_MS;
  expect(await sample.read('index.html')).toBe('front');
  sample.now = start + 365 * DAY_MS;
  expect(await sample.read('index.html')).toBe('front');
  sample.now = start + 8 * DAY_MS;
  await expect(sample.read('index.html')).rejects.toThrow();
});

test('a clock that is behind is no reason to call anything new or old', async () => {
  await visit();
  sample.now -= 365 * DAY_MS;
  sample.start();
  expect(await sample.reader.find(PAGE, true)).toMatchObject({ isOld: false, isUnchecked: true });
});

test('without room nothing is kept and everything is shown', async () => {
  await visit();
  sample.store.isFull = true;
  expect(await sample.read(PAGE)).toMatch(/^page 3 /);
});

test('a page that the newest release does not hold is not looked for elsewhere', async () => {
  await visit();
  await expect(sample.read('ru/none.html')).rejects.toMatchObject({ code: 'not-in-tree' });
});

test('a picture comes whole from a mirror when the origin dies between page and picture', async () => {
  const { origin, mirror } = await visit();
  await sample.read(PAGE);
  origin.tamper = (_, response) => (response.destroy(), true);
  const shown = await sample.reader.find('media/0a.avif', false);
  expect(shown).toMatchObject({ base: mirror.base });
  expect(shown.bytes.length).toBe(20_000);
});

test('what is deleted stays deleted, whatever is still under way', async () => {
  await visit();
  const underWay = sample.read(PAGE);
  await sample.store.clear();
  await underWay;
  expect([...sample.store.held.keys()]).toEqual([]);
});
