import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintOf } from '@tamizdat/release';
import { DAY_MS, MIRRORS, NOW, ORIGIN, ROOT_1, SampleSite } from '@tamizdat/release/testing';
import { type SampleServer, serveHttp } from '../../testing/sample-server.ts';
import { WatchHistory } from './watch-history.ts';
import { type Watch, type WatchedMirror, watchMirrors } from './watch-mirrors.ts';

const site = new SampleSite();
const folder = mkdtempSync(join(tmpdir(), 'watch-'));
let old: SampleServer;
let good: SampleServer;
let elsewhere: SampleServer;

beforeAll(async () => {
  site.release(NOW - DAY_MS);
  old = await serveHttp(site.copy('first'));
  site.write('index.html', 'front 2');
  site.release();
  good = await serveHttp(site.tree);
  elsewhere = await serveHttp(site.tree, (_, response) => {
    response.writeHead(302, { location: 'https://burned.example/' }).end();
    return true;
  });
});
afterAll(async () => {
  for (const server of [old, good, elsewhere]) await server.close();
  site.remove();
  rmSync(folder, { recursive: true });
});

async function watch(
  history: WatchHistory,
  mirrors: WatchedMirror[],
  now = NOW,
  feeds: string[] = [],
  controls: string[] = [],
): Promise<Watch> {
  return watchMirrors(
    mirrors,
    {
      idleMs: 10_000,
      known: { fingerprint: fingerprintOf(ROOT_1) },
      scope: { kind: 'page', path: 'index.html' },
      now,
      feeds,
      controls,
    },
    history,
  );
}

const named = (name: string, { base }: SampleServer, isReserve = false): WatchedMirror => ({
  name,
  base,
  isReserve,
});

test('names of one server are looked at one after another: a provider that counts connections would block them all', async () => {
  site.copy('names/one');
  site.copy('names/two');
  const asked: string[] = [];
  const server = await serveHttp(join(site.folder, 'names'), (path) => {
    asked.push(path.split('/')[0] ?? '');
    return false;
  });
  const history = new WatchHistory(':memory:');
  const mirrors = ['one', 'two'].map((name) =>
    named(name, { ...server, base: `${server.base}${name}/` }),
  );
  await watch(history, mirrors);
  history.close();
  await server.close();
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.lastIndexOf('one')).toBeLessThan(asked.indexOf('two'));
});

test('mirrors are judged against each other, and against what was seen before', async () => {
  const file = join(folder, 'history.sqlite');
  const history = new WatchHistory(file);
  const both = await watch(history, [named('old', old), named('good', good)]);
  expect(both.checks.map(({ mirror, state }) => [mirror, state])).toEqual([
    ['old', 'stale'],
    ['good', 'good'],
  ]);
  expect(both).toMatchObject({ newest: 2, changes: [{ former: undefined }, {}] });
  history.close();
  const later = new WatchHistory(file);
  const alone = await watch(later, [named('old', old)], NOW + 1_000);
  expect(alone).toMatchObject({ checks: [{ state: 'stale' }], newest: 2, changes: [] });
  const moved = await watch(later, [{ ...named('old', good) }], NOW + 2_000);
  expect(moved.changes).toMatchObject([{ check: { state: 'good' }, former: 'stale' }]);
  expect(later.list('old', NOW).map(({ state }) => state)).toEqual(['stale', 'stale', 'good']);
  later.close();
});

test('a list that came empty makes no strangers of the mirrors that it lost (SPEC 9.15), across looks', async () => {
  const outlet = new SampleSite();
  outlet.release(NOW - DAY_MS);
  const whole = await serveHttp(outlet.copy('whole'));
  outlet.mirrors = [];
  outlet.release();
  const base = MIRRORS[1]?.base ?? '';
  const moved = await serveHttp(outlet.tree, (path, response) => {
    if (path === 'ru/feed.xml') response.end(outlet.read(path).toString().replaceAll(ORIGIN, base));
    return path === 'ru/feed.xml';
  });
  const file = join(folder, 'followed.sqlite');
  const look = async (server: SampleServer): Promise<string | undefined> => {
    const history = new WatchHistory(file);
    const { checks } = await watch(history, [named('one', server)], NOW, ['ru/feed.xml']);
    history.close();
    return checks[0]?.state;
  };
  // Who never saw the former list cannot know.
  expect(await look(moved)).toBe('lying');
  rmSync(file);
  await look(whole);
  expect(await look(moved)).toBe('good');
  for (const server of [whole, moved]) await server.close();
  outlet.remove();
});

test.each(['', '{', '[]', '{"number":1}'])(
  'a followed list that is spoiled counts for nothing: %j',
  (text) => {
    const file = join(folder, 'spoiled.sqlite');
    new WatchHistory(file).close();
    const database = new DatabaseSync(file);
    database.prepare('INSERT OR REPLACE INTO followed VALUES (1, ?)').run(text);
    database.close();
    const history = new WatchHistory(file);
    expect(history.follow({ number: 2, mirrors: [] })).toEqual({ number: 2, mirrors: [], held: 0 });
    history.close();
  },
);

test('where nothing opens a control tells a block from a network that fails', async () => {
  const history = new WatchHistory(':memory:');
  const away = named('away', elsewhere);
  expect(await watch(history, [away])).toMatchObject({ blind: 'nothing-opens' });
  const gone = await watch(history, [away], NOW + 1, [], ['http://127.0.0.1:1/']);
  expect(gone.blind).toBe('nothing-opens');
  const told = await watch(history, [away], NOW + 2, [], ['http://127.0.0.1:1/', good.base]);
  expect(told.blind).toBeUndefined();
  expect((await watch(history, [away, named('good', good)], NOW + 3)).blind).toBeUndefined();
  expect(history.listBlind(NOW)).toEqual([NOW, NOW + 1]);
  expect(history.listBlind(NOW + 1)).toEqual([NOW + 1]);
  history.close();
});

test('a network that fails partway tells nothing of a block, though something opened before', async () => {
  const history = new WatchHistory(':memory:');
  const server = await serveHttp(join(site.folder, 'names'), (path) => {
    // From here on nothing can be reached, neither what was good.
    if (path.startsWith('two')) void server.close();
    return path.startsWith('two');
  });
  const mirrors = ['one', 'two'].map((name) =>
    named(name, { ...server, base: `${server.base}${name}/` }),
  );
  const { checks, blind } = await watch(history, mirrors);
  expect(checks[0]).toMatchObject({ state: 'good' });
  expect(checks[1]?.state).not.toBe('good');
  expect(blind).toBe('nothing-opens');
  const late = await watch(history, mirrors, NOW + 1, [], [good.base]);
  expect(late.blind).toBeUndefined();
  history.close();
});

test('what is too old is forgotten', async () => {
  const history = new WatchHistory(':memory:');
  await watch(history, [named('good', good)]);
  await watch(history, [named('good', good)], NOW + 91 * DAY_MS);
  expect(history.list('good', 0)).toHaveLength(1);
  history.close();
});

test('no address of a reserve mirror is written down, nor where it leads', async () => {
  const file = join(folder, 'reserve.sqlite');
  const history = new WatchHistory(file);
  const { checks } = await watch(history, [
    named('reserve-1', elsewhere, true),
    named('reserve-2', good, true),
  ]);
  history.close();
  const written = JSON.stringify(checks) + readFileSync(file, 'latin1');
  expect(written).toContain('reserve-1');
  for (const secret of ['127.0.0.1', 'burned.example', String(good.port)])
    expect(written).not.toContain(secret);
});

test('reserve mirrors keep their past when one before them is announced', async () => {
  const history = new WatchHistory(':memory:');
  await watch(history, [named('reserve-1', good, true), named('reserve-2', old, true)]);
  const next = await watch(history, [named('reserve-1', old, true)], NOW + 1_000);
  expect(next.changes).toEqual([]);
  const past = history.list(next.checks[0]?.timeline ?? '', NOW);
  expect(past.map(({ state }) => state)).toEqual(['stale', 'stale']);
  history.close();
});

test('the tag of a reserve mirror fits thousands of addresses', async () => {
  const history = new WatchHistory(':memory:');
  const { checks } = await watch(history, [named('reserve-1', good, true)]);
  expect(checks[0]?.timeline).toMatch(/^reserve:[0-9a-f]{4}$/);
  history.close();
});
