import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ForeignFileError } from '@tamizdat/files';
import { buildBundle, fingerprintOf, MirrorSource, SourceError } from '@tamizdat/release';
import {
  alter,
  DAY_MS,
  encodeNode,
  FOREIGN_KEYS,
  FOREIGN_ROOT,
  HEAD,
  NOW,
  ONLINE_KEYS,
  reseal,
  SampleSite,
  serveFolder,
  type Tamper,
} from '@tamizdat/release/testing';
import { startTrust } from '@tamizdat/verify';
import { SampleCopy } from '../../testing/sample-pull.ts';

/** Mirrors that lie, break and stall. Whatever they do, the copy that is served stays genuine. */

const site = new SampleSite();
let first = '';
let second = '';
let copy: SampleCopy;

beforeAll(() => {
  site.release(NOW - DAY_MS);
  first = site.copy('first');
  site.write('index.html', 'front 2');
  site.write('ru/2026/11/22/new.html', 'new '.repeat(5_000));
  site.write('media/1b.avif', Buffer.alloc(50_000, 'second'));
  site.release();
  second = site.copy('second');
});
afterAll(() => {
  site.remove();
});
beforeEach(async () => {
  copy = new SampleCopy();
  await copy.pull(first);
});
afterEach(() => {
  copy.remove();
});

/** Packed once: to pack it takes longer than a reader waits. */
const BOMB = gzipSync(Buffer.alloc(50_000_000));

const NEW = 'ru/2026/11/22/new.html';

/** Answers what is asked at this path otherwise. */
const at =
  (wanted: string | RegExp, answer: (response: ServerResponse, path: string) => void): Tamper =>
  (path, response) => {
    if (typeof wanted === 'string' ? path !== wanted : !wanted.test(path)) return false;
    answer(response, path);
    return true;
  };

const everywhere = /^(?!release\/bundle)/;
const byHash = /^release\/files\//;

/** Something that never ends; stops when nobody listens. */
function flood(response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
  };
  response.on('drain', more);
  more();
}

async function isStillFirst(): Promise<void> {
  expect(copy.read('index.html')).toBe('front');
  expect(await copy.inspect()).toMatchObject({ exit: 0, findings: [], outside: [] });
}

describe('wrong bytes', () => {
  const lies: [string, (response: ServerResponse) => void, string][] = [
    ['a flipped bit', (response) => response.end('new '.repeat(4_999) + 'oew '), 'file-mismatch'],
    ['half a file', (response) => response.end('new '.repeat(100)), 'file-mismatch'],
    ['a block page', (response) => response.end('<html>Access denied'), 'file-mismatch'],
    ['an endless file', flood, 'file-mismatch'],
    [
      'a bomb',
      (response) => response.setHeader('content-encoding', 'gzip').end(BOMB),
      'file-mismatch',
    ],
    ['nothing', (response) => response.writeHead(404).end(), 'missing'],
  ];

  test.each(lies)('%s at a path is had by its hash', async (_, answer) => {
    const pulled = await copy.pull(second, { tamper: at(NEW, answer) });
    expect(pulled).toMatchObject({ exit: 0, byHash: 1, to: 2 });
    expect(await copy.inspect()).toMatchObject({ exit: 0, findings: [] });
  });

  test.each(lies)('%s everywhere is not served', async (_, answer, code) => {
    const tamper: Tamper = (path, ...rest) =>
      at(NEW, answer)(path, ...rest) || at(byHash, answer)(path, ...rest);
    const pulled = await copy.pull(second, { tamper });
    expect(pulled).toMatchObject({ exit: 1, isSwitched: false, findings: [{ code, at: NEW }] });
    expect(pulled.spent.bytes).toBeLessThan(2_000_000);
    await isStillFirst();
  });

  test.each<[string, (response: ServerResponse) => void, object]>([
    ['refuses', (response) => response.writeHead(403).end('no'), { exit: 4, to: 2 }],
    ['fails', (response) => response.writeHead(503).end('no'), { exit: 4, to: 2 }],
    ['has no', (response) => response.writeHead(404).end(), { exit: 1, to: 1 }],
    ['shows a page as', (response) => response.end('<html>'), { exit: 1, to: 1 }],
    [
      'shows the former',
      (response) => response.end(readFileSync(join(first, 'release/timestamp.json'))),
      { exit: 3, to: 2 },
    ],
  ])('a mirror that %s timestamp.json is not called whole', async (_, answer, found) => {
    const pulled = await copy.pull(second, { tamper: at('release/timestamp.json', answer) });
    expect(pulled).toMatchObject(found);
    const { exit, findings, outside } = await copy.inspect();
    expect({ exit, findings, outside }).toEqual({ exit: 0, findings: [], outside: [] });
  });

  test.each<[string, string, (response: ServerResponse) => void]>([
    ['root to come', 'release/2.root.json', (response) => response.end(FOREIGN_ROOT)],
    ['snapshot to come', 'release/3.snapshot.json', (response) => response.end('{}')],
    ['snapshot of now', 'release/2.snapshot.json', (response) => response.end(HEAD.snapshot)],
    ['targets of now', 'release/2.targets.json', (response) => response.writeHead(404).end()],
  ])('a mirror whose %s is false is not called genuine', async (_, path, answer) => {
    const pulled = await copy.pull(second, { tamper: at(path, answer) });
    expect(pulled).toMatchObject({ exit: 1, isSwitched: false, findings: [{ at: path }] });
    await isStillFirst();
  });

  test('a page in the place of the bundle is no forgery', async () => {
    for (const page of ['<html>Blocked', '{"error":"blocked"}\n', 'x'.repeat(100_000)]) {
      const tamper = at('release/bundle.json', (response) => response.end(page));
      expect(await copy.pull(second, { tamper })).toMatchObject({ exit: 4, isSwitched: false });
    }
    await isStillFirst();
  });

  test('those of an earlier release are old, and not served as new', async () => {
    const old: Tamper = (path, response) =>
      path === 'index.html'
        ? !!response.end('front')
        : byHash.test(path) && !!response.writeHead(404).end();
    const forged: Tamper = (...asked) =>
      old(...asked) || at(NEW, (response) => response.end('x'))(...asked);
    expect(await copy.pull(second, { tamper: forged })).toMatchObject({ exit: 1 });
    expect(await copy.pull(second, { tamper: old })).toMatchObject({
      exit: 3,
      isSwitched: false,
      findings: [{ code: 'stale', at: 'index.html', expected: 2, found: 1 }],
    });
    await isStillFirst();
  });

  test('edges of a CDN that answer by turns, old and new, are no forgery', async () => {
    let asked = 0;
    const tamper: Tamper = (path, response) =>
      path === 'index.html'
        ? asked++ % 2 === 0 && !!response.end('front')
        : byHash.test(path) && !!response.writeHead(404).end();
    expect(await copy.pull(second, { tamper })).toMatchObject({ exit: 0, to: 2 });
    expect(copy.read('index.html')).toBe('front 2');
  });

  test('nodes that are not what their hash says', async () => {
    const tamper = at(/^release\/nodes/, (response) => response.end('node'));
    expect(await copy.pull(second, { tamper })).toMatchObject({
      exit: 1,
      findings: [{ code: 'node-mismatch' }],
    });
    await isStillFirst();
  });

  test('lists of pieces that are not what their hash says', async () => {
    const tamper: Tamper = (path, response) => {
      if (!path.startsWith('release/nodes/')) return false;
      const bytes = readFileSync(join(second, path));
      // A leaf begins with the version of its format and its level; a list holds nothing but hashes.
      if (bytes.length % 32 !== 0 || bytes[0] === 1) return false;
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      response.end(bytes);
      return true;
    };
    expect(await copy.pull(second, { tamper })).toMatchObject({
      exit: 1,
      findings: [{ code: 'node-mismatch' }],
    });
    await isStillFirst();
  });

  test('a source that is wrong all over is given up', async () => {
    const fresh = new SampleCopy();
    const tamper = at(/\.html$/, (response) => response.end('x'));
    const pulled = await fresh.pull(first, { tamper });
    expect(pulled.exit).toBe(1);
    expect(pulled.findings.length).toBeLessThan(30);
    fresh.remove();
  });
});

describe('heads', () => {
  test('an older release is refused, and asked for nothing more', async () => {
    await copy.pull(second);
    const pulled = await copy.pull(first);
    expect(pulled).toMatchObject({ exit: 1, isSwitched: false, findings: [{ code: 'rollback' }] });
    expect(pulled.asked).toEqual(['release/bundle.json']);
    expect(copy.read('index.html')).toBe('front 2');
  });

  test('where the clock is behind a release is served, and not said to be the newest', async () => {
    const early = NOW - 365 * DAY_MS;
    expect(await copy.pull(second, { now: early })).toMatchObject({ exit: 3, isSwitched: true });
    expect(await copy.pull(second, { now: early })).toMatchObject({ exit: 3, isSwitched: false });
  });

  test('a release that has expired is served, and said to be so: a shutdown must not silence the site', async () => {
    const late = NOW + 8 * DAY_MS;
    expect(await copy.pull(second, { now: late })).toMatchObject({ exit: 3, isSwitched: true });
    expect(await copy.pull(second, { now: late })).toMatchObject({ exit: 3, isSwitched: false });
  });

  test('another outlet’s root', async () => {
    const fresh = new SampleCopy();
    const fingerprint = fingerprintOf(FOREIGN_ROOT);
    const pulled = await fresh.pull(first, { known: { fingerprint }, fingerprint });
    expect(pulled).toMatchObject({ exit: 1, findings: [{ code: 'wrong-publisher' }] });
    // A slip in a fingerprint must not stick to the folder.
    expect(existsSync(join(fresh.folder, 'mirror.json'))).toBe(false);
    expect(await fresh.pull(first)).toMatchObject({ exit: 0 });
    fresh.remove();
  });

  test('another outlet’s release', async () => {
    const foreign = new SampleSite();
    foreign.release(NOW, FOREIGN_KEYS, [FOREIGN_ROOT]);
    const pulled = await copy.pull(foreign.tree);
    expect(pulled).toMatchObject({ exit: 1, findings: [{ code: 'threshold' }] });
    await isStillFirst();
    foreign.remove();
  });

  test('a first root that is not the outlet’s, under a head that is', async () => {
    const fresh = new SampleCopy();
    const known = {
      trust: startTrust(
        JSON.parse(readFileSync(join(first, 'release/1.root.json'), 'utf8')) as never,
      ),
    };
    const tamper = at('release/1.root.json', (response) => response.end(FOREIGN_ROOT));
    const pulled = await fresh.pull(first, { known, tamper });
    expect(pulled).toMatchObject({
      exit: 1,
      isSwitched: false,
      findings: [{ code: 'wrong-publisher' }],
    });
    fresh.remove();
  });

  test.each(['../../../escaped', '/etc/escaped', 'a/../../escaped', 'release/timestamp.json'])(
    'a signed tree with the path %s',
    async (path) => {
      const hash = createHash('sha256').update('').digest('hex');
      const file = { path, size: 0, hash, type: 'text/css', rebased: false };
      const leaf = encodeNode({ level: 0, blocks: [], files: [file] });
      const root = createHash('sha256').update(leaf).digest('hex');
      const release = alter(HEAD.release, (signed) => {
        signed['tree'] = { root, files: 1, bytes: 0 };
        signed['limits'] = { depth: 1, keep: 3 };
      });
      const bundle = buildBundle(reseal(HEAD, { release }, ONLINE_KEYS), [leaf]);
      const fresh = new SampleCopy();
      const tamper = at('release/bundle.json', (response) => response.end(bundle));
      const pulled = await fresh.pull(first, { tamper });
      expect(pulled).toMatchObject({ exit: 1, findings: [{ code: 'bad-node' }] });
      expect(readdirSync(join(fresh.folder, '..'))).toEqual(['mirror']);
      fresh.remove();
    },
  );
});

test.each([
  ['more files than there are', ['a.css'], 2, 'bad-release'],
  ['fewer files than there are', ['a.css', 'b.css'], 1, 'bad-release'],
  ['names that are one on some systems', ['A.css', 'a.css'], 2, 'path-collision'],
] as const)('a signed tree with %s is not served', async (_, paths, files, code) => {
  const hash = createHash('sha256').update('').digest('hex');
  const records = paths.map((path) => ({ path, size: 0, hash, type: 'text/css', rebased: false }));
  const leaf = encodeNode({ level: 0, blocks: [], files: records });
  const root = createHash('sha256').update(leaf).digest('hex');
  const release = alter(HEAD.release, (signed) => {
    signed['tree'] = { root, files, bytes: 0 };
    signed['limits'] = { depth: 1, keep: 3 };
  });
  const bundle = buildBundle(reseal(HEAD, { release }, ONLINE_KEYS), [leaf]);
  const fresh = new SampleCopy();
  const tamper: Tamper = (path, response) => {
    if (path !== 'release/bundle.json' && !path.endsWith('.css')) return false;
    response.end(path.endsWith('.css') ? '' : bundle);
    return true;
  };
  expect(await fresh.pull(first, { tamper })).toMatchObject({ exit: 1, findings: [{ code }] });
  expect(existsSync(fresh.served)).toBe(false);
  fresh.remove();
});

describe('servers', () => {
  test('that drip for ever are given up', async () => {
    const drips: NodeJS.Timeout[] = [];
    const server = await serveFolder(first, (_, response) => {
      drips.push(setInterval(() => response.write(' '), 20));
      return true;
    });
    const source = new MirrorSource(server.base, { waits: [], answerMs: 200, idleMs: 5_000 });
    await expect(source.read('index.html', 100)).rejects.toThrow(SourceError);
    drips.forEach(clearInterval);
    source.close();
    await server.close();
  });

  test('that hang, refuse or are busy are asked again, then given up', async () => {
    for (const answer of [
      () => undefined,
      (response: ServerResponse) => response.destroy(),
      (response: ServerResponse) => response.writeHead(503).end(),
      (response: ServerResponse) => response.writeHead(429, { 'retry-after': '0' }).end(),
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-length': '20000' }).write('new '),
    ]) {
      const pulled = await copy.pull(second, { tamper: at(NEW, answer) });
      expect(pulled).toMatchObject({ exit: 4, isSwitched: false });
      expect(pulled.unreachable?.en).toContain(NEW);
      expect(pulled.asked.filter((path) => path === NEW)).toHaveLength(3);
    }
    await isStillFirst();
  });

  test.each([401, 402, 403, 451, 429, 503, 204, 304])(
    'that answer %i say nothing of a file, and are neither forgers nor incomplete',
    async (status) => {
      const answer = (response: ServerResponse) => response.writeHead(status).end();
      for (const where of [NEW, /./]) {
        const pulled = await copy.pull(second, { tamper: at(where, answer) });
        expect(pulled).toMatchObject({ exit: 4, isSwitched: false, findings: [] });
        expect(pulled.unreachable?.en).toContain(`answers with status ${status}`);
      }
    },
  );

  test('that refuse what a copy can do without, as stores do for what they do not have, are copied', async () => {
    const fresh = new SampleCopy();
    const tamper = at(byHash, (response) => response.writeHead(403).end());
    expect(await fresh.pull(second, { tamper })).toMatchObject({ exit: 0, to: 2 });
    fresh.remove();
  });

  test('that take .html away are named as what they are', async () => {
    const tamper = at(/\.html$/, (response, path) =>
      response.writeHead(308, { location: `/sub/${path.slice(0, -5)}` }).end(),
    );
    const pulled = await copy.pull(second, { tamper });
    expect(pulled).toMatchObject({ exit: 4, isSwitched: false });
    expect(pulled.unreachable?.en).toContain('an address without “.html” (status 308)');
  });

  test('that recover are good', async () => {
    let failures = 2;
    const tamper: Tamper = (path, response) =>
      path === NEW && failures-- > 0 && !!response.writeHead(500).end();
    expect(await copy.pull(second, { tamper })).toMatchObject({ exit: 0, to: 2 });
  });

  test('that lead elsewhere are not followed', async () => {
    const tamper = at(everywhere, (response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    );
    const pulled = await copy.pull(second, { tamper });
    expect(pulled).toMatchObject({ exit: 4, isSwitched: false });
    expect(pulled.unreachable?.en).toContain('leads on to http://169.254.169.254/');
  });

  test('that compress are understood', async () => {
    const tamper: Tamper = (path, response) => {
      if (!existsSync(join(second, path))) return false;
      response
        .setHeader('content-encoding', path.endsWith('.html') ? 'GZIP' : 'gzip')
        .end(gzipSync(readFileSync(join(second, path))));
      return true;
    };
    const fresh = new SampleCopy();
    expect(await fresh.pull(second, { tamper })).toMatchObject({ exit: 0 });
    fresh.remove();
  });
});

describe('folders', () => {
  test('with somebody’s files are left alone', async () => {
    const fresh = new SampleCopy();
    const options = { folder: site.folder };
    await expect(fresh.pull(first, options)).rejects.toThrow(/foreign-files: .*dist/);
    fresh.remove();
  });

  test('are not written through links that somebody put in', async () => {
    const elsewhere = join(copy.folder, '../elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'diary'), '');
    symlinkSync(elsewhere, join(copy.folder, 'incoming'));
    await expect(copy.pull(second)).rejects.toThrow(/foreign-link/);
    expect(readdirSync(elsewhere)).toEqual(['diary']);
  });

  test('are not written through links in the names of parts, or on the way in what an earlier run left', async () => {
    const elsewhere = join(copy.folder, '../elsewhere');
    const diary = join(elsewhere, 'diary');
    mkdirSync(elsewhere);
    writeFileSync(diary, 'mine');
    const incoming = join(copy.folder, 'incoming');
    mkdirSync(join(incoming, 'release'), { recursive: true });
    for (const name of ['ru', 'release/nodes', 'release/files', 'media'])
      symlinkSync(elsewhere, join(incoming, name));
    symlinkSync(diary, join(incoming, 'index.html'));
    for (let part = 0; part < 9; part++) symlinkSync(diary, join(copy.folder, `part-${part}`));
    expect(await copy.pull(second)).toMatchObject({ exit: 0, to: 2 });
    expect((await copy.inspect()).findings).toEqual([]);
    expect([readdirSync(elsewhere), readFileSync(diary, 'utf8')]).toEqual([['diary'], 'mine']);
  });

  test('are not written through a link that is put on the way meanwhile', async () => {
    const elsewhere = join(copy.folder, '../elsewhere');
    mkdirSync(elsewhere);
    const tamper: Tamper = (path) => {
      if (path !== 'media/1b.avif') return false;
      const media = join(copy.folder, 'incoming/media');
      rmSync(media, { recursive: true });
      symlinkSync(elsewhere, media);
      return false;
    };
    await expect(copy.pull(second, { tamper })).rejects.toBeInstanceOf(ForeignFileError);
    expect(readdirSync(elsewhere)).toEqual([]);
    await isStillFirst();
    expect(await copy.pull(second)).toMatchObject({ exit: 0, to: 2 });
  });

  test('hold no links to files that somebody may change later', async () => {
    const page = join(copy.served, 'ru/2026/11/1/page-1.html');
    const own = join(copy.folder, '../own.html');
    writeFileSync(own, readFileSync(page));
    rmSync(page);
    symlinkSync(own, page);
    expect(await copy.pull(second)).toMatchObject({ exit: 0, to: 2 });
    expect(lstatSync(page).isFile()).toBe(true);
  });

  test('on a full disk give back the room that they took', async () => {
    // Where the kernel answers every write as a full disk does.
    const full = openSync('/dev/full', 'w');
    const save = Object.getOwnPropertyDescriptor(MirrorSource.prototype, 'save')
      ?.value as MirrorSource['save'];
    const disk = { empty: () => undefined, write: (bytes: Uint8Array) => writeSync(full, bytes) };
    const spy = vi.spyOn(MirrorSource.prototype, 'save');
    spy.mockImplementation(function (this: MirrorSource, path, limit) {
      return save.call(this, path, limit, disk);
    });
    try {
      await expect(copy.pull(second)).rejects.toThrow(/disk-full: /);
    } finally {
      spy.mockRestore();
      closeSync(full);
    }
    expect(existsSync(join(copy.folder, 'incoming'))).toBe(false);
    await isStillFirst();
    expect(await copy.pull(second)).toMatchObject({ exit: 0, to: 2 });
  });

  test('that are too small are refused before anything is fetched', async () => {
    await expect(copy.pull(second, { maxBytes: 10_000 })).rejects.toThrow(/too-large: .*KiB/);
    await isStillFirst();
  });
});
