import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseBundle, replaceBase, startTrust, type Trust } from '@tamizdat/verify';
import { fingerprintOf } from '../keys/fingerprint.ts';
import { NOW, ONLINE_KEYS, ORIGIN } from '../../testing/sample-outlet.ts';
import { refreshTimestamp, type SignedHead } from '../sign/signed-head.ts';
import { sha256 } from '../tree/sha256.ts';
import { read } from '../../testing/vectors/forge.ts';
import { DAY_MS, FOREIGN_KEYS, FOREIGN_ROOT, ROOT_1 } from '../../testing/vectors/sample-head.ts';
import type { Known } from './fetch-head.ts';
import { openFolder } from './folder-source.ts';
import { type MirrorOptions, openMirror } from './mirror-source.ts';
import { inspectRelease } from './inspect-release.ts';
import type { Inspection, Scope } from './inspection.ts';
import { READ_BYTES } from './limits.ts';
import { SampleSite, serveFolder, type Tamper } from '../../testing/sample-site.ts';

const site = new SampleSite();
let former = '';
let trust: Trust;
const KNOWN = { trust: startTrust(read(ROOT_1)) };
const ALL: Scope = { kind: 'all' };
const FRONT_2 = 'front 2';

/** Two releases: `former` is a copy of the first, the tree is the second. */
beforeAll(async () => {
  site.release(NOW - DAY_MS);
  former = site.copy('former');
  site.write('index.html', FRONT_2);
  site.write('ru/2026/11/22/new.html', 'new');
  site.release();
  const { head } = await inspectFolder(site.tree);
  trust = head?.trust ?? KNOWN.trust;
});

afterAll(() => {
  site.remove();
});

interface Asked {
  known?: Known;
  now?: number;
  scope?: Scope;
  strict?: boolean;
}

function inspectFolder(
  folder: string,
  { known = KNOWN, now = NOW, scope = ALL, strict = false }: Asked = {},
): Promise<Inspection> {
  return inspectRelease(openFolder(folder), { known, now, scope, strict });
}

async function inspectMirror(
  tamper: Tamper,
  {
    known = KNOWN,
    now = NOW,
    scope = ALL,
    folder = site.tree,
    patience = {},
  }: Asked & { folder?: string; patience?: MirrorOptions } = {},
): Promise<Inspection> {
  const { base, close } = await serveFolder(folder, tamper);
  try {
    return await inspectRelease(openMirror(base, { waits: [1], ...patience }), {
      known,
      now,
      scope,
    });
  } finally {
    await close();
  }
}

/** Serves other bytes at a path. */
function swap(at: string | RegExp, change: (bytes: Buffer) => Buffer | string): Tamper {
  return (path, response) => {
    if (typeof at === 'string' ? path !== at : !at.test(path)) return false;
    response.end(change(site.read(path)));
    return true;
  };
}

/** The head as the bundle has it. */
function readHead(): SignedHead {
  const { files } = parseBundle(new Uint8Array(site.read('release/bundle.json')));
  return { ...files, mirrors: files.mirrors ?? new Uint8Array() };
}

function flipBit(bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes);
  const middle = bytes.length >> 1;
  flipped[middle] = (flipped[middle] ?? 0) ^ 1;
  return flipped;
}

const PAGE = 'ru/2026/11/3/page-31.html';

test('a genuine copy verifies whole, from a folder and from a mirror', async () => {
  const expected = { exit: 0, findings: [], outside: [], files: 94 };
  expect(await inspectFolder(site.tree)).toMatchObject(expected);
  expect(await inspectMirror(() => false)).toMatchObject(expected);
});

test.each(['index.html', PAGE, 'media/0a.avif', 'ru/feed.xml'])(
  'a bit flipped in %s is found, and nothing else',
  async (path) => {
    const { exit, findings } = await inspectMirror(swap(path, flipBit));
    expect({ exit, findings }).toMatchObject({
      exit: 1,
      findings: [{ code: 'file-mismatch', at: path }],
    });
    expect(findings).toHaveLength(1);
  },
);

test('what is found is told in the order of paths, whatever came first', async () => {
  const late = 'index.html';
  let held: Parameters<Tamper>[1] | undefined;
  const tamper: Tamper = (path, response) => {
    if (path !== late && path !== PAGE && path !== 'ru/feed.xml') return false;
    if (path === 'ru/feed.xml') response.on('finish', () => held?.end('altered'));
    if (path === late && held) return !!response.end('altered');
    if (path === late) held = response;
    else response.end('altered');
    return true;
  };
  const { findings } = await inspectMirror(tamper);
  expect(findings.map(({ at }) => at)).toEqual([late, PAGE, 'ru/feed.xml']);
});

test('a bit flipped in nodes is found', async () => {
  const { exit, findings } = await inspectMirror(swap(/^release\/nodes\//, flipBit));
  expect(exit).toBe(1);
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['node-mismatch']));
});

test.each<[string, Tamper, string]>([
  ['a page cut short', swap(PAGE, (bytes) => bytes.subarray(0, -1)), 'file-mismatch'],
  ['a page with more behind it', swap(PAGE, (bytes) => `${bytes.toString()} `), 'file-mismatch'],
  ['another page in its place', swap(PAGE, () => site.read('index.html')), 'file-mismatch'],
  ['a block page with status 200', swap(PAGE, () => '<html>Blocked'), 'file-mismatch'],
  [
    'a page that is missing',
    (path, response) => path === PAGE && Boolean(response.writeHead(404).end('gone')),
    'missing',
  ],
  [
    'a page that cannot be decoded',
    (path, response) =>
      path === PAGE && Boolean(response.writeHead(200, { 'content-encoding': 'gzip' }).end('page')),
    'file-mismatch',
  ],
])('%s is found', async (_, tamper, code) => {
  const { exit, findings } = await inspectMirror(tamper);
  expect({ exit, findings }).toMatchObject({ exit: 1, findings: [{ code, at: PAGE }] });
});

/** What breaks while a page is asked for. */
const BREAKS: [string, Tamper, string][] = [
  [
    'a server that fails',
    (path, response) => path === PAGE && Boolean(response.writeHead(503).end('oops')),
    'answers with status 503',
  ],
  [
    'a connection that ends within a page',
    (path, response) => {
      if (path !== PAGE) return false;
      response.writeHead(200, { 'content-length': 9_999 });
      response.write('page', () => response.destroy());
      return true;
    },
    'ECONNRESET',
  ],
  [
    'a page that leads elsewhere',
    (path, response) =>
      path === PAGE &&
      Boolean(response.writeHead(302, { location: 'http://127.0.0.1:9/\u009b' }).end()),
    'leads on to http://127.0.0.1:9/%C2%9B',
  ],
];

test.each(BREAKS)('%s is no forgery, and hides no other fault', async (_, tamper, reason) => {
  const alone = await inspectMirror(tamper);
  expect(alone).toMatchObject({ exit: 4, findings: [], lost: 1, files: 93 });
  expect(alone.unreachable?.en).toContain(reason);
  const both = await inspectMirror(
    (path, ...more) => tamper(path, ...more) || swap('ru/feed.xml', flipBit)(path, ...more),
  );
  expect(both).toMatchObject({ exit: 1, findings: [{ at: 'ru/feed.xml' }], lost: 1 });
});

test('a mirror that breaks off for good is given up', async () => {
  let asked = 0;
  const tamper: Tamper = (path, response) =>
    path.endsWith('.html') && Boolean(response.destroy()) && Boolean(++asked);
  const { exit, lost } = await inspectMirror(tamper);
  expect([exit, lost >= 6]).toEqual([4, true]);
  expect(asked).toBeLessThan(40);
});

test('an answer that goes on byte by byte ends', async () => {
  const tamper: Tamper = (path, response) => {
    if (path !== PAGE) return false;
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => {
      clearInterval(drip);
    });
    return true;
  };
  const patience = { idleMs: 60_000, answerMs: 100 };
  const { exit, unreachable } = await inspectMirror(tamper, { patience });
  expect(exit).toBe(4);
  expect(unreachable?.en).toContain('too slow to end');
});

test.each(['null', '[]', '{"signatures":[],"signed":null}'])(
  'a first root that is %s is no root',
  async (json) => {
    const known = { fingerprint: fingerprintOf(ROOT_1) };
    expect(
      await inspectMirror(
        swap('release/1.root.json', () => json),
        { known },
      ),
    ).toMatchObject({ exit: 1, findings: [{ code: 'bad-metadata', at: 'root' }] });
  },
);

test.each([
  ['release/timestamp.json', flipBit, 'not-canonical'],
  ['release/timestamp.json', () => readFileSync(join(former, 'release/timestamp.json')), 'stale'],
  ['release/2.snapshot.json', flipBit, 'hash-mismatch'],
  ['release/2.targets.json', () => '{}', 'hash-mismatch'],
  ['release/1.root.json', () => Buffer.from(FOREIGN_ROOT), 'wrong-publisher'],
  [/^release\/targets\/.*\.mirrors\.json/, flipBit, 'hash-mismatch'],
] as const)('%s is judged by itself: clients of TUF read no bundle', async (path, change, code) => {
  const known = { ...KNOWN, fingerprint: fingerprintOf(ROOT_1) };
  const { exit, findings } = await inspectMirror(swap(path, change), { known });
  expect({ exit, count: findings.length }).toEqual({ exit: code === 'stale' ? 3 : 1, count: 1 });
  expect(findings[0]?.code).toContain(code);
  expect(findings[0]?.at).toMatch(path);
});

test.each([
  [404, { exit: 1, findings: [{ code: 'missing', at: 'release/timestamp.json' }] }],
  [200, { exit: 1, findings: [{ code: 'not-canonical', at: 'release/timestamp.json' }] }],
  [451, { exit: 4, findings: [], lost: 1 }],
])(
  'a timestamp that answers %i with another page is judged alike by who looks at a few files and at all',
  async (status, found) => {
    const tamper: Tamper = (path, response) => {
      if (path !== 'release/timestamp.json') return false;
      response.writeHead(status).end('<html>');
      return true;
    };
    const known = { ...KNOWN, fingerprint: fingerprintOf(ROOT_1) };
    const scope = { kind: 'sample', count: 2, random: () => 0.5 } as const;
    expect(await inspectMirror(tamper, { known, scope })).toMatchObject(found);
    expect(await inspectMirror(tamper, { known })).toMatchObject(found);
  },
);

test.each(['<html>Blocked', '{"error":"blocked"}', '[]', 'x'.repeat(100_000)])(
  'a page in the place of the bundle says nothing of the release: %.20s',
  async (page) => {
    expect(await inspectMirror(swap('release/bundle.json', () => page))).toMatchObject({
      exit: 4,
      findings: [{ at: 'bundle' }],
    });
  },
);

test('files of a head that are missing are found', async () => {
  const bare = site.copy('bare');
  for (const name of ['1.root.json', 'timestamp.json', '2.targets.json', '2.snapshot.json'])
    rmSync(join(bare, 'release', name));
  rmSync(join(bare, 'release/targets'), { recursive: true });
  const { findings } = await inspectFolder(bare);
  expect(findings).toHaveLength(6);
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['missing']));
});

test('a timestamp that was signed anew since the bundle was read is no fault', async () => {
  const { timestamp } = refreshTimestamp(readHead(), ONLINE_KEYS, NOW + 60_000);
  const tamper = swap('release/timestamp.json', () => Buffer.from(timestamp));
  expect(await inspectMirror(tamper)).toMatchObject({ exit: 0, findings: [] });
});

test('a file that is longer than what is read at once is judged whole', async () => {
  const long = new SampleSite();
  const film = Buffer.alloc(3 * READ_BYTES + 7, 'moving picture');
  long.write('media/film.mp4', film);
  long.release();
  expect((await inspectFolder(long.tree)).findings).toEqual([]);
  film[3 * READ_BYTES] = 0;
  long.write('media/film.mp4', film);
  const found = await inspectFolder(long.tree);
  expect(found.findings).toMatchObject([{ code: 'file-mismatch', at: 'media/film.mp4' }]);
  long.remove();
});

test('what no release has in release/ is outside it', async () => {
  const more = site.copy('strays');
  const shown = sha256('<p>forged');
  const strays = ['phish.html', `files/${'0'.repeat(64)}`, 'nodes/00/x', 'x/index.html'];
  // Under such a name it would stand in the way of what the outlet signs one day.
  strays.push('1.targets.json', '9.snapshot.json', '9.root.json', `${'9'.repeat(30)}.targets.json`);
  for (const name of [...strays, `files/${shown}`, 'pending.json', 'published.json']) {
    mkdirSync(dirname(join(more, 'release', name)), { recursive: true });
    writeFileSync(join(more, 'release', name), '<p>forged');
  }
  const { exit, outside } = await inspectFolder(more);
  expect({ exit, outside }).toEqual({
    exit: 0,
    outside: strays.map((name) => `release/${name}`).sort(),
  });
});

test.each(['pipe', 'device', 'hole', 'loop'])('a %s in place of a file ends', async (kind) => {
  const odd = site.copy(kind);
  for (const name of [PAGE, 'release/timestamp.json']) {
    const place = join(odd, name);
    if (kind === 'hole') truncateSync(place, 2 ** 40);
    else rmSync(place);
    if (kind === 'pipe') execFileSync('mkfifo', [place]);
    if (kind === 'device') symlinkSync('/dev/zero', place);
    if (kind === 'loop') symlinkSync(place, place);
  }
  const { exit, findings } = await inspectFolder(odd);
  const codes = kind === 'hole' ? ['too-large', 'file-mismatch'] : ['missing', 'missing'];
  expect({ exit, codes: findings.map(({ code }) => code) }).toEqual({ exit: 1, codes });
});

test('a file cannot be verified as a folder', () => {
  expect(() => openFolder(join(site.tree, 'index.html'))).toThrow('is not a folder');
});

test('where the clock is behind nothing is said to be fresh', async () => {
  expect(await inspectFolder(site.tree, { now: NOW - 365 * DAY_MS })).toMatchObject({
    exit: 3,
    head: { isClockBehind: true, expired: [] },
  });
});

test('an endless body costs no more than the file', async () => {
  let sent = 0;
  const endless: Tamper = (path, response) => {
    if (path !== PAGE) return false;
    const send = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
    };
    response.on('drain', send);
    send();
    return true;
  };
  const { findings, spent } = await inspectMirror(endless);
  expect(findings).toMatchObject([{ code: 'file-mismatch', at: PAGE }]);
  expect(spent.bytes).toBeLessThan(1_000_000);
  expect(sent).toBeLessThan(50_000_000);
});

test('a compressed bomb costs no more than the file (SPEC 10.7)', async () => {
  const bomb = gzipSync(Buffer.alloc(200_000_000));
  const tamper: Tamper = (path, response) => {
    if (path !== 'release/bundle.json') return false;
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    return true;
  };
  const { findings, spent } = await inspectMirror(tamper);
  expect(findings).toMatchObject([{ code: 'too-large' }]);
  expect(spent.bytes).toBeLessThan(70_000);
});

test('genuine bytes that travelled compressed are genuine', async () => {
  const tamper: Tamper = (path, response) => {
    if (path !== PAGE) return false;
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(site.read(path)));
    return true;
  };
  expect(await inspectMirror(tamper)).toMatchObject({ exit: 0 });
});

test('an older release is refused by those who have seen a newer one, and is old for others', async () => {
  expect(await inspectFolder(former, { known: { trust } })).toMatchObject({
    exit: 1,
    findings: [{ code: 'rollback' }],
  });
  expect(await inspectFolder(former)).toMatchObject({ exit: 0 });
  expect(await inspectFolder(former, { now: NOW + 6 * DAY_MS })).toMatchObject({ exit: 3 });
});

test('an old timestamp for ever is genuine, and expired', async () => {
  expect(await inspectFolder(site.tree, { now: NOW + 30 * DAY_MS })).toMatchObject({
    exit: 3,
    findings: [],
  });
});

test('new pages under old metadata, and the reverse', async () => {
  const mixed = site.copy('mixed');
  rmSync(join(mixed, 'release'), { recursive: true });
  cpSync(join(former, 'release'), join(mixed, 'release'), { recursive: true });
  const newer = await inspectFolder(mixed);
  expect(newer).toMatchObject({
    exit: 1,
    findings: [{ code: 'file-mismatch', at: 'index.html' }],
    outside: ['ru/2026/11/22/new.html'],
  });
  const older = await inspectMirror(
    (path, response) => path === 'index.html' && Boolean(response.end('front')),
  );
  expect(older).toMatchObject({ exit: 3, findings: [{ code: 'stale', at: 'index.html' }] });
});

test('pages of an earlier release are old and not false, wherever they are, and hide nothing (SPEC 10.10)', async () => {
  const front: Tamper = (path, response) => path === 'index.html' && !!response.end('front');
  const finding = { code: 'stale', at: 'index.html', expected: 2, found: 1 };
  expect(await inspectMirror(front)).toMatchObject({ exit: 3, findings: [finding] });
  const page: Scope = { kind: 'page', path: 'index.html' };
  expect(await inspectMirror(front, { scope: page })).toMatchObject({
    exit: 3,
    findings: [finding],
  });
  const old = site.copy('old-front');
  writeFileSync(join(old, 'index.html'), 'front');
  expect(await inspectFolder(old)).toMatchObject({ exit: 3, findings: [finding] });
  const both = await inspectMirror(
    (...asked) => front(...asked) || swap('ru/feed.xml', flipBit)(...asked),
  );
  expect(both).toMatchObject({ exit: 1, findings: [finding, { code: 'file-mismatch' }] });
  // A page of an earlier release at another path was never there.
  expect(await inspectMirror(swap(PAGE, () => 'front'))).toMatchObject({
    exit: 1,
    findings: [{ code: 'file-mismatch', at: PAGE }],
  });
});

test('a feed of an earlier release with the mirror’s own address is old', async () => {
  const own = new SampleSite();
  own.release(NOW - DAY_MS);
  own.write('ru/feed.xml', `<feed>${ORIGIN}ru/ and much more</feed>`);
  own.release();
  const { base, close } = await serveFolder(own.tree, (path, response, request) => {
    if (path !== 'ru/feed.xml') return false;
    return !!response.end(`<feed>http://${request.headers.host ?? ''}/sub/ru/</feed>`);
  });
  const found = await inspectRelease(openMirror(base), { known: KNOWN, now: NOW, scope: ALL });
  await close();
  own.remove();
  expect(found).toMatchObject({ exit: 3, findings: [{ code: 'stale', at: 'ru/feed.xml' }] });
});

test('edges of a CDN that answer by turns, old and new, are no forgery', async () => {
  let asked = 0;
  const tamper: Tamper = (path, response) =>
    path === 'index.html' && asked++ % 2 === 0 && !!response.end('front');
  expect(await inspectMirror(tamper)).toMatchObject({ exit: 0, findings: [] });
});

test('a publication in the meantime is no forgery', async () => {
  let asked = 0;
  const bundle = (folder: string) => readFileSync(join(folder, 'release/bundle.json'));
  const tamper: Tamper = (path, response) =>
    path === 'release/bundle.json' && asked++ === 0 && !!response.end(bundle(former));
  expect(await inspectMirror(tamper)).toMatchObject({
    exit: 0,
    findings: [],
    head: { release: { number: 2 } },
  });
});

/** Answers that say nothing of a page (SPEC 10.9). */
test.each([204, 301, 304, 400, 401, 402, 403, 429, 451, 500, 503])(
  'status %i on a page, or on everything, is neither forged nor missing',
  async (status) => {
    const headers = status === 301 ? { location: '/' } : {};
    const on =
      (pattern: RegExp): Tamper =>
      (path, response) =>
        pattern.test(path) && !!response.writeHead(status, headers).end();
    const page = await inspectMirror(on(/page-31\.html/));
    expect(page).toMatchObject({ exit: 4, findings: [], lost: 1, faults: [{ status, count: 1 }] });
    expect(await inspectMirror(on(/./))).toMatchObject({ exit: 4, findings: [], lost: 0 });
  },
);

test('a host that leads x.html on to x is named as what it is', async () => {
  const tamper: Tamper = (path, response) =>
    path.endsWith('.html') &&
    !!response.writeHead(308, { location: `/sub/${path.replace(/(?:index)?\.html$/, '')}` }).end();
  const { exit, findings, faults, unreachable } = await inspectMirror(tamper);
  expect({ exit, findings }).toEqual({ exit: 4, findings: [] });
  expect(faults).toMatchObject([{ code: 'strips-html', status: 308 }]);
  expect(unreachable?.en).toContain('an address without “.html” (status 308)');
});

test('one connection that is cut among many is asked again', async () => {
  let cuts = 1;
  const tamper: Tamper = (path, response) =>
    path === PAGE && cuts-- > 0 && !!response.socket?.resetAndDestroy();
  expect(await inspectMirror(tamper)).toMatchObject({ exit: 0, lost: 0, files: 94 });
});

test('a file that was renamed is missing, and outside the tree under its new name', async () => {
  const renamed = site.copy('renamed');
  renameSync(join(renamed, PAGE), join(renamed, 'ru/other.html'));
  const { exit, findings, outside } = await inspectFolder(renamed);
  expect({ exit, findings, outside }).toMatchObject({
    exit: 1,
    findings: [{ code: 'missing', at: PAGE }],
    outside: ['ru/other.html'],
  });
});

test('a file outside the tree is a warning, and a fault where one is strict', async () => {
  const more = site.copy('more');
  writeFileSync(join(more, 'evil.html'), '');
  expect(await inspectFolder(more)).toMatchObject({ exit: 0, outside: ['evil.html'] });
  expect(await inspectFolder(more, { strict: true })).toMatchObject({
    exit: 1,
    findings: [{ code: 'outside-tree', at: 'evil.html' }],
  });
});

test('a forged site with its own root: refused where the root is known, unknown where it is not', async () => {
  const forged = new SampleSite();
  forged.release(NOW, FOREIGN_KEYS, [FOREIGN_ROOT]);
  expect(await inspectFolder(forged.tree)).toMatchObject({
    exit: 1,
    findings: [{ code: 'threshold' }],
  });
  const unknown = await inspectRelease(openFolder(forged.tree), {
    known: undefined,
    now: NOW,
    scope: ALL,
  });
  expect(unknown).toMatchObject({ exit: 5, fingerprint: fingerprintOf(FOREIGN_ROOT) });
  const named = await inspectFolder(forged.tree, { known: { fingerprint: fingerprintOf(ROOT_1) } });
  expect(named).toMatchObject({ exit: 1, findings: [{ code: 'wrong-publisher' }] });
  forged.remove();
});

test('a fingerprint is enough to know the publisher', async () => {
  const known = { fingerprint: fingerprintOf(ROOT_1) };
  expect(await inspectFolder(site.tree, { known })).toMatchObject({
    exit: 0,
    head: { release: { number: 2 } },
  });
});

test('what cannot be reached, or stops answering, is unreachable and not forged', async () => {
  const { base, close } = await serveFolder(site.tree);
  await close();
  const options = { known: KNOWN, now: NOW, scope: ALL };
  expect(await inspectRelease(openMirror(base), options)).toMatchObject({ exit: 4, findings: [] });
  const frozen = await inspectMirror(
    (path, response) => path === 'release/bundle.json' && response.write('{'),
    { patience: { idleMs: 300 } },
  );
  expect(frozen).toMatchObject({ exit: 4, findings: [] });
  expect(frozen.unreachable?.en).toContain('no byte for 0.3 s');
});

test('a page alone takes a bundle, a proof and the page', async () => {
  const scope: Scope = { kind: 'page', path: PAGE };
  const { exit, files, spent } = await inspectMirror(() => false, { scope });
  expect({ exit, files, requests: spent.requests }).toEqual({ exit: 0, files: 1, requests: 3 });
  const none = await inspectMirror(() => false, { scope: { kind: 'page', path: 'ru/none.html' } });
  expect(none).toMatchObject({ exit: 1, findings: [{ code: 'not-in-tree', at: 'ru/none.html' }] });
});

test('a sample looks at as many files as it is told, and at all where there are fewer', async () => {
  let at = 0;
  const random = (): number => (at = (at + 0.618_034) % 1);
  expect(
    await inspectFolder(site.tree, { scope: { kind: 'sample', count: 10, random } }),
  ).toMatchObject({ exit: 0, files: 10 });
});

test('a mirror’s base in a feed is undone (SPEC 8.3)', async () => {
  const { base, close } = await serveFolder(site.tree, (path, response, request) => {
    if (path !== 'ru/feed.xml') return false;
    const own = `http://${request.headers.host ?? ''}/sub/`;
    response.end(replaceBase(new Uint8Array(site.read(path)), ORIGIN, own));
    return true;
  });
  const inspection = await inspectRelease(openMirror(base), { known: KNOWN, now: NOW, scope: ALL });
  await close();
  expect(inspection).toMatchObject({ exit: 0, findings: [] });
});

test('a block that is missing is found, though every file is right', async () => {
  const blocks = readdirSync(join(site.tree, 'release/nodes'), {
    recursive: true,
    encoding: 'utf8',
  });
  expect(blocks.length).toBeGreaterThan(0);
  const { exit, findings } = await inspectMirror((path, response) => {
    if (!path.startsWith('release/nodes/') || site.read(path)[0] === 1) return false;
    response.writeHead(404).end();
    return true;
  });
  expect({ exit, findings }).toMatchObject({ exit: 1, findings: [{ code: 'missing' }] });
});
