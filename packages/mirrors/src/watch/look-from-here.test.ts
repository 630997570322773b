import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintOf } from '@tamizdat/release';
import { NOW, ROOT_1, SampleSite } from '@tamizdat/release/testing';
import { type SampleServer, serveHttp } from '../../testing/sample-server.ts';
import { lookFromHere } from './look-from-here.ts';
import { type Check, WatchHistory } from './watch-history.ts';

const site = new SampleSite();
let good: SampleServer;
let closed: SampleServer;
let altered: SampleServer;
const gone = { base: 'http://127.0.0.1:9/' };

beforeAll(async () => {
  site.release();
  good = await serveHttp(site.tree);
  closed = await serveHttp(site.tree, (_, response) => {
    response.writeHead(403).end();
    return true;
  });
  altered = await serveHttp(site.tree, (_, response) => {
    response.end('<p>An advertisement');
    return true;
  });
});
afterAll(async () => {
  for (const server of [good, closed, altered]) await server.close();
  site.remove();
});

/** Looks from here at what was found blocked through a proxy. @returns by name, what was noted */
async function note(
  servers: Record<string, { base: string }>,
  { controls = [] as string[], proxy = true, state = 'blocked', reason = '', seen = {} } = {},
): Promise<Record<string, boolean | undefined>> {
  const history = new WatchHistory(':memory:');
  const mirrors = Object.entries(servers).map(([name, { base }]) => ({
    ...{ name, base, isReserve: false },
  }));
  const checks = mirrors.map(({ name }) => ({
    ...{ mirror: name, timeline: name, at: NOW, state, seen, reasons: [{ code: reason }] },
  }));
  await lookFromHere(
    { checks: checks as Check[], newest: 1 },
    mirrors,
    {
      ...{ idleMs: 2_000, waits: [], known: { fingerprint: fingerprintOf(ROOT_1) } },
      ...{ scope: { kind: 'page', path: 'index.html' }, now: NOW, feeds: [], controls },
      proxy: proxy ? { kind: 'http', host: '127.0.0.1', port: 9 } : undefined,
    } as Parameters<typeof lookFromHere>[2],
    history,
  );
  const noted = mirrors.map(({ name }) => [name, history.listHere(name, 0).get(NOW)]);
  history.close();
  return Object.fromEntries(noted) as Record<string, boolean | undefined>;
}

test('what opens here is blocked there, and what shows everybody something else is not', async () => {
  expect(await note({ good, closed, altered, gone })).toEqual({
    ...{ good: true, closed: false, altered: false, gone: false },
  });
});

test('what opens nowhere is down where something else opens here, and says nothing where nothing does', async () => {
  expect(await note({ gone })).toEqual({ gone: undefined });
  expect(await note({ gone }, { controls: [good.base] })).toEqual({ gone: false });
});

test('nothing is looked at that opens, is an onion service, or was looked at from here already', async () => {
  expect(await note({ good }, { state: 'stale' })).toEqual({ good: undefined });
  expect(await note({ good }, { proxy: false })).toEqual({ good: undefined });
  const onion = { base: `http://${'a'.repeat(56)}.onion/` };
  expect(await note({ good, onion })).toEqual({ good: true, onion: undefined });
});

test('what opens here is no block where the server itself, or the proxy, said there that it does not serve it', async () => {
  const certified = { tls: { expires: NOW } };
  const down = (reason: string, seen: Partial<Check['seen']>) =>
    note({ good, gone }, { state: 'down', reason, seen });
  for (const reason of ['busy', 'server-error', 'no-release', 'pages-fail']) {
    expect(await down(reason, certified)).toEqual({ good: undefined, gone: false });
    // Without a certificate anybody on the way may have said it.
    expect(await down(reason, {})).toEqual({ good: true, gone: false });
  }
  expect(await down('proxy-refuses', {})).toEqual({ good: undefined, gone: false });
  expect(await down('not-there', {})).toEqual({ good: true, gone: false });
  const misnamed = { tls: { expires: NOW, fault: 'CERT_HAS_EXPIRED' } };
  expect(await down('no-release', misnamed)).toEqual({ good: true, gone: false });
});
