import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseProxy } from '@tamizdat/http';
import { fingerprintOf } from '@tamizdat/release';
import {
  DAY_MS,
  FOREIGN_KEYS,
  FOREIGN_ROOT,
  MIRRORS,
  NOW,
  ORIGIN,
  ROOT_1,
  SampleSite,
} from '@tamizdat/release/testing';
import { replaceBase } from '@tamizdat/verify';
import { judgeMirror } from './judge-mirror.ts';
import { probeMirror, type ProbeOptions } from './probe-mirror.ts';
import {
  type Answering,
  freezeAfter,
  makeCertificate,
  type SampleServer,
  serveHttp,
  serveHttps,
  serveTcp,
} from '../../testing/sample-server.ts';
import { serveAnswer, serveConnect, serveSocks } from '../../testing/sample-proxy.ts';

/** Mirrors in every state that readers meet, on real sockets. */

const site = new SampleSite();
const certificate = makeCertificate(60);
const ending = makeCertificate(5);
let first = '';
const servers: SampleServer[] = [];

beforeAll(() => {
  site.write('robots.txt', `Sitemap: ${ORIGIN}sitemap.xml`);
  site.write('media/1b.avif', randomBytes(100_000));
  site.release(NOW - DAY_MS);
  first = site.copy('first');
  site.write('index.html', 'front 2');
  site.release();
});
afterAll(() => {
  site.remove();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const opened = async (server: Promise<SampleServer>): Promise<SampleServer> => {
  servers.push(await server);
  return server;
};

const options: ProbeOptions = {
  idleMs: 3_000,
  waits: [1],
  known: { fingerprint: fingerprintOf(ROOT_1) },
  scope: { kind: 'all' },
  now: NOW,
  others: [ORIGIN, 'https://other.example/m/'],
  feeds: ['robots.txt', 'ru/feed.xml', 'none.xml'],
};

/** A good mirror puts its own address into its feeds. */
const rebased =
  (base: () => string): Answering =>
  (path, response) => {
    const file = join(site.tree, path);
    if (!/feed\.xml$|robots\.txt$/.test(path) || !existsSync(file)) return false;
    response.end(replaceBase(new Uint8Array(readFileSync(file)), ORIGIN, base()));
    return true;
  };

async function look(server: SampleServer, more: Partial<ProbeOptions> = {}) {
  const seen = await probeMirror(server.base, { ...options, ...more });
  const { state, reasons, notes } = judgeMirror(seen, { number: 2 });
  const name = ({ code, detail }: (typeof reasons)[number]): string =>
    detail === undefined ? code : `${code} ${detail}`;
  return { seen, state, reasons: reasons.map(name), notes: notes.map(name) };
}

/** Serves the site with some answers of its own. */
async function http(answering: Answering = () => false): Promise<SampleServer> {
  let base = '';
  const own = rebased(() => base);
  const server = await opened(
    serveHttp(site.tree, (...asked) => answering(...asked) || own(...asked)),
  );
  base = server.base;
  return server;
}

test('a good mirror', async () => {
  const { seen, ...judged } = await look(await http());
  expect(judged).toEqual({ state: 'good', reasons: [], notes: [] });
  expect(seen).toMatchObject({
    release: { number: 2, expired: [] },
    missingStatus: 404,
    first: { status: 200, hasCors: true },
  });
  expect(seen.judged).toBeGreaterThan(90);
  expect(seen.transfers.http1?.bytes).toBeGreaterThan(49_000);
});

test('a good mirror over TLS and HTTP/2', async () => {
  let base = '';
  const server = await opened(
    serveHttps(site.tree, certificate, (...asked) => rebased(() => base)(...asked)),
  );
  base = server.base;
  const { seen, ...judged } = await look(server, { ca: certificate.cert });
  expect(judged).toEqual({ state: 'good', reasons: [], notes: [] });
  expect(seen.transfers.http2?.bytes).toBeGreaterThan(49_000);
});

test('a sample', async () => {
  let seed = 0;
  const random = (): number => (seed = (seed + 0.37) % 1);
  const { seen, state } = await look(await http(), { scope: { kind: 'sample', count: 5, random } });
  expect({ state, judged: seen.judged }).toEqual({ state: 'good', judged: 5 });
});

const lie =
  (
    wanted: RegExp,
    answer: Parameters<Answering>[1] extends infer Response
      ? (response: Response) => unknown
      : never,
  ): Answering =>
  (path, response) => {
    if (!wanted.test(path)) return false;
    answer(response);
    return true;
  };

const BUNDLE = /^release\/bundle/;

test.each([
  ['a flipped bit', lie(/^index/, (response) => response.end('front 3')), 'lying', 'altered 1'],
  ['a block page', lie(/./, (response) => response.end('<html>Blocked')), 'blocked', 'block-page'],
  [
    'a redirect',
    lie(/./, (response) => response.writeHead(302, { location: 'https://warning.example/' }).end()),
    'blocked',
    'redirect 302',
  ],
  ['451', lie(/./, (response) => response.writeHead(451).end()), 'blocked', 'refused 451'],
  [
    'nothing published',
    lie(/./, (response) => response.writeHead(404).end()),
    'down',
    'no-release 404',
  ],
  [
    'a broken server',
    lie(/./, (response) => response.writeHead(502).end()),
    'down',
    'server-error 502',
  ],
  [
    'missing files',
    lie(/^index/, (response) => response.writeHead(404).end()),
    'stale',
    'incomplete 1',
  ],
  [
    'pages of an earlier release',
    lie(/^index/, (response) => response.end('front')),
    'stale',
    'old-files 1',
  ],
  [
    'too many requests for a page',
    lie(/^index/, (response) => response.writeHead(429, { 'retry-after': '0' }).end()),
    'down',
    'pages-fail 1 (status 429)',
  ],
  [
    'a server that fails for a page',
    lie(/^index/, (response) => response.writeHead(503).end()),
    'down',
    'pages-fail 1 (status 503)',
  ],
  [
    'a page that is refused',
    lie(/^index/, (response) => response.writeHead(403).end()),
    'blocked',
    'pages-refused 1 (status 403)',
  ],
  [
    'a page that leads elsewhere',
    lie(/^index/, (response) => response.writeHead(302, { location: '/login' }).end()),
    'blocked',
    'pages-lead-away 1 (status 302)',
  ],
  [
    'a host that takes .html away',
    lie(/^index/, (response) => response.writeHead(308, { location: '/' }).end()),
    'down',
    'strips-html 1 (status 308)',
  ],
  ['no answer', lie(BUNDLE, () => undefined), 'blocked', 'silent silence'],
  [
    'a reset in place of an answer',
    lie(BUNDLE, (response) => response.socket?.resetAndDestroy()),
    'blocked',
    'silent ECONNRESET',
  ],
] as const)('%s', async (_, answering, state, reason) => {
  expect(await look(await http(answering))).toMatchObject({ state, reasons: [reason] });
});

test('one connection that is cut among many is asked again', async () => {
  let cuts = 1;
  const cut: Answering = (path, response) =>
    path === 'index.html' && cuts-- > 0 && !!response.socket?.resetAndDestroy();
  expect(await look(await http(cut))).toMatchObject({ state: 'good', reasons: [] });
  expect(cuts).toBeLessThan(1);
  let falls = 1;
  const fall: Answering = (path, response) =>
    BUNDLE.test(path) && falls-- > 0 && !!response.writeHead(503).end();
  expect(await look(await http(fall))).toMatchObject({ state: 'good', reasons: [] });
});

test('a clock that is behind says nothing about freshness', async () => {
  const { state, notes } = await look(await http(), { now: NOW - 365 * DAY_MS });
  expect({ state, notes: notes.filter((note) => !note.startsWith('certificate')) }).toEqual({
    state: 'good',
    notes: ['clock-behind'],
  });
});

test('an older release', async () => {
  const server = await opened(serveHttp(first));
  expect(await look(server)).toMatchObject({ state: 'stale', reasons: ['behind 1'] });
});

test('a release that is not signed any more', async () => {
  const judged = await look(await http(), { now: NOW + 8 * DAY_MS });
  expect(judged).toMatchObject({ state: 'stale', reasons: ['expired timestamp'] });
});

test('another outlet', async () => {
  const foreign = new SampleSite();
  foreign.release(NOW, FOREIGN_KEYS, [FOREIGN_ROOT]);
  const server = await opened(serveHttp(foreign.tree));
  expect(await look(server)).toMatchObject({ state: 'lying', reasons: ['altered 1'] });
  foreign.remove();
});

test('a connection that freezes after 16 KB, over HTTP/1.1', async () => {
  const server = await opened(freezeAfter(16_384, await http()));
  const { state, reasons, seen } = await look(server, {
    scope: { kind: 'page', path: 'index.html' },
  });
  expect({ state, reasons }).toEqual({ state: 'frozen', reasons: ['freeze 16384'] });
  expect(seen.release).toMatchObject({ number: 2 });
});

test('a connection that freezes after 16 KB, over HTTP/2', async () => {
  const tls = await opened(serveHttps(site.tree, certificate));
  const server = await opened(freezeAfter(16_384, tls));
  const { state, seen } = await look(server, {
    ca: certificate.cert,
    scope: { kind: 'page', path: 'index.html' },
  });
  expect(state).toBe('frozen');
  // What is left of an unfinished TLS record is not handed on.
  expect(seen.transfers.http2?.ended).toBe('silence');
  expect(seen.transfers.http2?.bytes).toBeLessThanOrEqual(16_384);
});

/** Says that it is the bundle, and goes on with zeros for as long as somebody reads, or a byte now and then. */
const endless =
  (bytes: number, everyMs: number): Answering =>
  (path, response) => {
    if (!BUNDLE.test(path)) return false;
    response.writeHead(200, { 'content-type': 'application/json' });
    const sending = setInterval(() => response.write(Buffer.alloc(bytes)), everyMs);
    response.once('close', () => {
      clearInterval(sending);
    });
    return true;
  };

test('an answer without end is not read for ever', async () => {
  const { seen } = await look(await http(endless(8_192, 1)));
  expect(seen.transfers.http1?.bytes).toBeGreaterThan(49_000);
  expect(seen.transfers.http1?.ended).toBeUndefined();
});

test('an answer without end is not read for ever over HTTP/2 either', async () => {
  const server = await opened(serveHttps(site.tree, certificate, endless(8_192, 1)));
  const { seen } = await look(server, { ca: certificate.cert });
  expect(seen.transfers.http2?.bytes).toBeGreaterThan(49_000);
  expect(seen.transfers.http2?.ended).toBeUndefined();
});

test('a byte now and then counts as silence in the end', async () => {
  let isMeasured = false;
  const server = await http((path, response) => {
    // The verification has its own limits.
    if (!BUNDLE.test(path) || !isMeasured) {
      isMeasured ||= path.startsWith('tamizdat-nothing');
      return false;
    }
    return endless(1, 50)(path, response);
  });
  const { seen } = await look(server, { transferMs: 1_000 });
  expect(seen.transfers.http1).toMatchObject({ ended: 'silence' });
});

test('a server that ends each connection with its answer is not a frozen one', async () => {
  const ending = await http((path, response) => {
    response.setHeader('connection', 'close');
    return path === 'nothing';
  });
  const { state, reasons, notes, seen } = await look(ending, { idleMs: 20_000 });
  expect({ state, reasons, notes }).toEqual({
    state: 'good',
    reasons: [],
    notes: ['connection-closed'],
  });
  expect(seen.transfers.http1).toMatchObject({ ended: 'closed' });
});

test('a host that is not there, one that closes at once, and one that says nothing', async () => {
  const gone = await serveHttp(first);
  await gone.close();
  expect(await look(gone)).toMatchObject({ state: 'down', reasons: ['not-there ECONNREFUSED'] });
  const nowhere = { ...gone, base: 'https://no-such-host.invalid/' };
  expect(await look(nowhere)).toMatchObject({ state: 'down' });
  const silent = await opened(serveTcp(() => undefined, 'https'));
  expect(await look(silent)).toMatchObject({ state: 'blocked', reasons: ['silent silence'] });
  const closing = await opened(serveTcp((socket) => socket.resetAndDestroy(), 'https'));
  expect(await look(closing)).toMatchObject({ state: 'blocked' });
});

test('certificates that end, have ended, or are somebody’s', async () => {
  const good = await opened(serveHttps(site.tree, ending));
  const judged = await look(good, { ca: ending.cert });
  expect(judged.notes).toContainEqual(expect.stringMatching(/^certificate-ends /));
  expect(await look(good)).toMatchObject({
    state: 'blocked',
    reasons: ['foreign-certificate DEPTH_ZERO_SELF_SIGNED_CERT'],
  });
});

test('feeds that point at the origin or at another mirror', async () => {
  const plain = await opened(serveHttp(site.tree));
  const toOrigin = await look(plain);
  expect(toOrigin).toMatchObject({ state: 'good', notes: ['feeds-elsewhere 2'] });
  const copied = await opened(
    serveHttp(
      site.tree,
      rebased(() => 'https://other.example/m/'),
    ),
  );
  expect(await look(copied)).toMatchObject({ state: 'good', notes: ['feeds-elsewhere 2'] });
  const strange = await opened(
    serveHttp(
      site.tree,
      rebased(() => 'https://phishing.example/'),
    ),
  );
  expect(await look(strange)).toMatchObject({ state: 'lying', reasons: ['foreign-address 2'] });
  const forged = await opened(
    serveHttp(site.tree, (path, response) => {
      if (path !== 'robots.txt') return false;
      response.end('Sitemap: https://phishing.example/sitemap.xml\nDisallow: /');
      return true;
    }),
  );
  expect(await look(forged)).toMatchObject({ state: 'lying', reasons: ['altered 1'] });
});

test('files that hold an address of the signed list, whoever watches and whichever they look at', async () => {
  const moved = await opened(
    serveHttp(
      site.tree,
      rebased(() => MIRRORS[1]?.base ?? ''),
    ),
  );
  expect(await look(moved, { others: [], feeds: [] })).toMatchObject({
    state: 'good',
    notes: ['feeds-elsewhere 2'],
  });
});

test('no CORS, soft 404s and wrong types', async () => {
  const server = await http((path, response) => {
    response.removeHeader('access-control-allow-origin');
    if (path.endsWith('.avif')) response.setHeader('content-type', 'text/plain');
    if (/nothing/.test(path)) response.end('<html>Home');
    return /nothing/.test(path);
  });
  const { state, notes } = await look(server);
  expect({ state, notes }).toEqual({
    state: 'good',
    notes: ['no-cors', 'soft-404 200', 'wrong-types 2'],
  });
});

test.each(['socks5', 'http'] as const)('through a %s proxy', async (kind) => {
  const asked: string[] = [];
  const mirror = await http();
  const proxy = await opened(kind === 'http' ? serveConnect(asked) : serveSocks(asked));
  const given = parseProxy(`${kind}://user:pass%20word@127.0.0.1:${proxy.port}`);
  expect(await look(mirror, { proxy: given })).toMatchObject({ state: 'good' });
  expect(asked.length).toBeGreaterThan(50);
  expect(new Set(asked)).toEqual(new Set([`user:pass word@127.0.0.1:${mirror.port}`]));
  const wrong = parseProxy(`${kind}://user:wrong@127.0.0.1:${proxy.port}`);
  expect(await look(mirror, { proxy: wrong })).toMatchObject({
    state: 'down',
    reasons: [`proxy-refuses ${kind === 'http' ? '407' : 'password'}`],
  });
});

test.each([
  ['http', 'HTTP/1.1 429 Too Many Requests\r\n\r\n', 'proxy-refuses 429'],
  ['http', 'HTTP/1.1 403 Forbidden\r\n\r\n', 'proxy-refuses 403'],
  ['http', 'HTTP/1.1 502 Bad Gateway\r\n\r\n', 'not-there proxy'],
  ['http', 'HTTP/1.1 504 Gateway Timeout\r\n\r\n', 'not-there proxy'],
  ['socks5', '\x05\x00\x05\x02\x00\x01', 'proxy-refuses socks-2'],
  ['socks5', '\x05\x00\x05\x05\x00\x01', 'not-there proxy'],
  ['socks5', '\x05\xff', 'proxy-refuses handshake'],
])('a %s proxy that answers %j', async (kind, answer, reason) => {
  const proxy = await opened(serveAnswer(answer));
  const given = parseProxy(`${kind}://127.0.0.1:${proxy.port}`);
  expect(await look(await http(), { proxy: given })).toMatchObject({
    ...{ state: 'down', reasons: [reason] },
  });
});
