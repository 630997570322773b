import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { request } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { contentTypeOf } from '@tamizdat/release';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, SampleOutlet } from '../release/sample-outlet.ts';
import { runTamizdat } from '../workplace/run-tamizdat.ts';
import { makeCertificate } from './test-authority.ts';
import { WebServer } from './web-server.ts';

/** One copy that answers under every name of a domain, by the recipes of docs/hosting, with a wildcard certificate. */

const repository = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-wildcard-'));
const copy = path.join(folder, 'copy');
const content = path.join(folder, 'content');
const outlet = new SampleOutlet();
let certificate: ReturnType<typeof makeCertificate>;

/** What holds the address, in each form and depth; and what holds it and is served as it was signed. */
const REBASED = [
  ...['404.html', 'robots.txt', 'sitemap.xml', 'en/feed.xml', 'en/feed.json'],
  'en/2026/11/22/a.txt',
];
const AS_SIGNED = ['en/a.html', 'en/index.html', 'notes.txt', 'en/2026/11/b.txt'];
const NAMES = ['vetla', 'so-rin', '7lumak'];

beforeAll(async () => {
  // Marks of templates in the content are text, for whoever serves it.
  const text = `${ORIGIN} “${ORIGIN}en/” {{ .Host }} {{ now }} $host ${'text '.repeat(200)}`;
  for (const file of [...REBASED, 'notes.txt', 'en/2026/11/b.txt'])
    // An article's text begins with the mark of UTF-8.
    outlet.write(file, `${file.endsWith('/a.txt') ? '\uFEFF' : ''}this is ${file}: ${text}`);
  outlet.write('en/a.html', `a story at ${ORIGIN}`);
  await outlet.release();
  const from = await outlet.serve(outlet.copy('served'));
  const args = ['mirror', 'pull', from, copy, '--root', outlet.fingerprint];
  expect(await runTamizdat(repository, args)).toMatchObject({ code: 0 });
  certificate = makeCertificate(folder, '*.example.net');
  mkdirSync(content);
  cpSync(path.join(repository, 'content/outlet.yaml'), path.join(content, 'outlet.yaml'));
  writeFileSync(
    path.join(content, 'mirrors.yaml'),
    'mirrors: [{ name: wide, address: "https://*.example.net/", names: [vetla, so-rin], kind: copied }]\n',
  );
});
afterAll(() => {
  outlet.remove();
  rmSync(folder, { recursive: true });
});

const signed = (file: string): string => readFileSync(path.join(copy, 'current', file), 'utf8');

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Asks a server on this machine as a reader does under a name, with TLS that is verified. */
async function ask(
  port: number,
  name: string,
  file: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const servername = `${name}.example.net`;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({
      ...{ host: '127.0.0.1', port, path: `/${file}`, servername, agent: false },
      ca: readFileSync(certificate.ca),
      headers: { host: servername, ...headers },
    })
      .once('response', resolve)
      .once('error', reject)
      .end();
  });
  const { statusCode: status = 0 } = response;
  return { status, headers: response.headers, body: await buffer(response) };
}

/** A proxy that finds every name of the domain at the port of a test. */
async function serveNames(port: () => number): Promise<Server> {
  const proxy = createServer();
  proxy.on('connect', ({ url = '' }, socket) => {
    if (!/^[a-z0-9-]+\.example\.net:443$/.test(url)) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(port(), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [socket, onward]) one.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}

/** Runs commands that meet the names of the domain on this machine, and trust the test's authority. */
function runnerThrough(names: Server, ca: string) {
  const { port } = names.address() as AddressInfo;
  const env = {
    TAMIZDAT_PROXY: `http://127.0.0.1:${port}`,
    NODE_EXTRA_CA_CERTS: ca,
    HOME: folder,
  };
  return (...args: string[]) =>
    runTamizdat(repository, [...args, '--root', outlet.fingerprint], { env });
}

describe.each([
  ['nginx', 'nginx-wildcard.conf'],
  ['caddy', 'Caddyfile-wildcard'],
] as const)('%s by %s', (kind, recipe) => {
  let server: WebServer;
  beforeAll(async () => {
    server = await WebServer[kind](recipe, copy, { tls: certificate.tls });
  });
  afterAll(() => server.stop());

  it.each(NAMES)(
    'answers %s with that name in what holds an address, and nowhere else',
    async (name) => {
      for (const file of [...REBASED, ...AS_SIGNED]) {
        const { status, headers, body } = await ask(server.port, name, file);
        const isRebased = REBASED.includes(file);
        const wanted = isRebased
          ? signed(file).replaceAll(ORIGIN, `https://${name}.example.net/`)
          : signed(file);
        expect({ file, status, type: headers['content-type'], body: body.toString() }).toEqual({
          ...{ file, status: 200, type: contentTypeOf(file), body: wanted },
        });
      }
      const missing = await ask(server.port, name, 'en/nothing.html');
      expect([missing.status, missing.body.toString()]).toEqual([
        404,
        signed('404.html').replaceAll(ORIGIN, `https://${name}.example.net/`),
      ]);
    },
  );

  it('packs what it has put a name into', async () => {
    const packed = await ask(server.port, 'vetla', 'en/feed.json', { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toContain('https://vetla.example.net/en/');
  });

  it.each([
    '"><script>alert(1)</script>.example.net',
    'evil.vetla.example.net',
    'vetla.example.net.evil.example',
    'evil_1.example.net',
    'evil.example',
    '$host.example.net',
    'evil%22.example.net',
  ])('gives the host %s nothing of it back', async (host) => {
    for (const file of ['robots.txt', 'en/nothing.html']) {
      const answer = await ask(server.port, 'vetla', file, { host }).catch(() => undefined);
      const told = answer === undefined ? '' : answer.body.toString();
      expect(told).not.toMatch(/evil|script|\$host\.example\.net/);
      expect(told).not.toContain('this is');
    }
  });

  it('is verified, watched and copied under each of its names', async () => {
    const names = await serveNames(() => server.port);
    const run = runnerThrough(names, certificate.ca);
    const work = path.join(folder, recipe);
    mkdirSync(work);
    try {
      const memory = ['--memory', path.join(work, 'seen')];
      const verified = await run('verify', 'https://vetla.example.net/', ...memory);
      expect(verified).toMatchObject({ code: 0 });
      const history = ['--history', path.join(work, 'watch.sqlite'), '--full', '--json'];
      const list = ['wide', '--content', content];
      const watched = await run('watch', ...list, ...history);
      expect(JSON.parse(watched.output)).toMatchObject({
        answersEveryName: false,
        mirrors: ['wide/vetla', 'wide/so-rin'].map((name) => ({
          ...{ name, state: 'good', reasons: [], notes: [] },
        })),
      });
      const base = ['--base', 'https://mirror.example.org/'];
      const pulled = path.join(work, 'pulled');
      const ran = await run('mirror', 'pull', 'https://7lumak.example.net/', pulled, ...base);
      expect(ran).toMatchObject({ code: 0 });
      const feed = readFileSync(path.join(pulled, 'current/en/feed.xml'), 'utf8');
      expect(feed).toContain('https://mirror.example.org/en/');
      expect(feed).not.toContain('example.net');
    } finally {
      names.close();
    }
  });
});

it.each([
  ['nginx', 'nginx-wildcard-sub-path.conf'],
  ['caddy', 'Caddyfile-wildcard-sub-path'],
] as const)(
  '%s answers in a sub-path of each name, and leaves the rest of the host alone',
  async (kind, recipe) => {
    const server = await WebServer[kind](recipe, copy, { tls: certificate.tls });
    const names = await serveNames(() => server.port);
    try {
      for (const file of [...REBASED, ...AS_SIGNED]) {
        const { status, headers, body } = await ask(server.port, 'vetla', `news/${file}`);
        const isRebased = REBASED.includes(file);
        const wanted = isRebased
          ? signed(file).replaceAll(ORIGIN, 'https://vetla.example.net/news/')
          : signed(file);
        expect({ file, status, type: headers['content-type'], body: body.toString() }).toEqual({
          ...{ file, status: 200, type: contentTypeOf(file), body: wanted },
        });
      }
      for (const missing of ['news/en/nothing.html', 'news/en/nothing.xml']) {
        const { status, body } = await ask(server.port, 'so-rin', missing);
        const wanted = signed('404.html').replaceAll(ORIGIN, 'https://so-rin.example.net/news/');
        expect([status, body.toString()]).toEqual([404, wanted]);
      }
      for (const host of ['"><script>evil.example.net', 'evil.vetla.example.net', 'evil.example']) {
        const answer = await ask(server.port, 'vetla', 'news/robots.txt', { host }).catch(
          () => undefined,
        );
        expect(answer?.body.toString() ?? '').not.toMatch(/evil|script|this is/);
      }
      expect((await ask(server.port, 'vetla', 'own.html')).body.toString()).toBe(
        'the host’s own site',
      );
      for (const beyond of ['news../current/robots.txt', 'news/..%2f..%2fown.xml', 'robots.txt'])
        expect((await ask(server.port, 'vetla', beyond)).status).not.toBe(200);
      const run = runnerThrough(names, certificate.ca);
      const memory = ['--memory', path.join(folder, `seen-${recipe}`)];
      const verified = await run('verify', 'https://7lumak.example.net/news/', ...memory);
      expect(verified).toMatchObject({ code: 0 });
    } finally {
      names.close();
      await server.stop();
    }
  },
);

it('nginx lets a feed reader ask whether something is new', async () => {
  const server = await WebServer.nginx('nginx-wildcard.conf', copy, { tls: certificate.tls });
  try {
    const { headers } = await ask(server.port, 'vetla', 'en/feed.xml');
    expect(headers.etag).toMatch(/^W\//);
    const again = { 'if-none-match': headers.etag ?? '' };
    expect((await ask(server.port, 'vetla', 'en/feed.xml', again)).status).toBe(304);
  } finally {
    await server.stop();
  }
});

it.each([
  ['vetla.example.net', 'good', 'names-uncertified'],
  ['www.example.net', 'down', 'certificate-name'],
])('a certificate for %s alone is told as what it is', async (certified, state, code) => {
  const own = path.join(folder, certified);
  mkdirSync(own);
  const { ca, tls } = makeCertificate(own, certified);
  const server = await WebServer.nginx('nginx-wildcard.conf', copy, { tls });
  const names = await serveNames(() => server.port);
  const list = path.join(own, 'content');
  cpSync(content, list, { recursive: true });
  writeFileSync(
    path.join(list, 'mirrors.yaml'),
    'mirrors: [{ name: wide, address: "https://*.example.net/", names: [vetla], kind: copied }]\n',
  );
  try {
    const history = ['--history', path.join(own, 'watch.sqlite'), '--json'];
    const { output } = await runnerThrough(names, ca)('watch', '--content', list, ...history);
    const { mirrors } = JSON.parse(output) as {
      mirrors: { state: string; reasons: { code: string }[]; notes: { code: string }[] }[];
    };
    const codes = mirrors.flatMap(({ reasons, notes }) => [...reasons, ...notes]);
    expect(mirrors.map((mirror) => mirror.state)).toEqual([state]);
    expect(codes.map((one) => one.code)).toContain(code);
  } finally {
    names.close();
    await server.stop();
  }
});
