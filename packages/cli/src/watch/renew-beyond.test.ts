import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Check, timelineOf, WatchHistory } from '@tamizdat/mirrors/watch';
import { loadState } from '@tamizdat/release';
import { NOW } from '@tamizdat/release/testing';
import { parseBundle, parseMetadata, parseMirrors } from '@tamizdat/verify';
import { expect, test, vi } from 'vitest';
import {
  baseOf,
  book,
  DAY,
  listText,
  name,
  NAMES,
  place,
  renew,
  RULES,
  signed,
  useRenewedOutlet,
  WILD,
  writeBook,
  writeList,
} from '../../testing/renewed-outlet.ts';
import { tamizdat } from '../../testing/sample-outlet.ts';
import { listChannelNames } from './channel-names.ts';
import { describeRenewal, listAsked, listRenewal } from './describe-renewal.ts';
import { renewAfter } from './renew-after.ts';

/** Runs the command where no address opens, through a vantage point that says so at once. */
const watchBehindNothing = (...args: string[]) =>
  watchBehind('HTTP/1.1 502 Bad Gateway\r\n\r\n', ...args);

/** @param answer What the proxy says of each address before it ends the connection. */
async function watchBehind(answer: string, ...args: string[]) {
  const proxy = createServer();
  proxy.on('connect', (_, socket) => socket.end(answer));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { content, tree, keys } = place;
  const home = path.dirname(content);
  const given = ['--content', content, '--renew', tree, '--keys', keys, ...args];
  try {
    const { port } = proxy.address() as AddressInfo;
    const options = [
      '--proxy',
      `http://127.0.0.1:${port}`,
      '--history',
      path.join(home, 'w.sqlite'),
    ];
    return await tamizdat(['watch', ...given, ...options], home, {
      TAMIZDAT_NOW: new Date(NOW).toISOString(),
    });
  } finally {
    proxy.close();
  }
}

/** What a renewal does besides the list that it signs: mirrors that have not got it, other channels, other mirrors. */

useRenewedOutlet();

const served = (folder: string): string[] => {
  const { mirrors } = parseBundle(readFileSync(path.join(folder, 'release/bundle.json'))).files;
  return parseMirrors(mirrors ?? new Uint8Array()).mirrors.map(({ base }) => base);
};

test('a list that is signed and did not arrive is sent by the next run, and by no further one', async () => {
  const folder = path.join(place.content, '../served');
  writeList(RULES, `kind: folder\n    folder: ${folder}`);
  const first = await renew({ 'harbour/alpha': 'blocked' });
  expect(first).toMatchObject({ isSigned: true, unpublished: ['harbour'] });
  expect(listAsked(first).join()).toContain('The next run tries again');
  mkdirSync(folder);
  expect(await renew({})).toMatchObject({ isSigned: false, unpublished: [] });
  expect(served(folder)).toEqual([baseOf('delta'), baseOf('bravo')]);
  rmSync(folder, { recursive: true });
  expect(await renew({})).toMatchObject({ isSigned: false, unpublished: [] });
});

test('a list of which the signature runs out is signed as it is, two months before', async () => {
  await renew({});
  const ends = (): number =>
    parseMetadata(loadState(place.state)?.head.addresses ?? new Uint8Array(), 'addresses').expires;
  const before = ends();
  for (const [days, isSigned] of [
    [61, false],
    [59, true],
    [58, false],
  ] as const)
    expect(await renew({}, { now: before - days * DAY })).toMatchObject({ isSigned });
  expect(ends()).toBe(before + 306 * DAY);
  expect(signed()).toEqual([baseOf('alpha'), baseOf('bravo')]);
});

test('a run that was ended before it published anything is finished by the next', async () => {
  const folder = path.join(place.content, '../served');
  mkdirSync(folder);
  writeList(RULES, `kind: folder\n    folder: ${path.join(place.tree, 'inside')}`);
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow('lie in one another');
  expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
  const list = path.join(place.content, 'mirrors.yaml');
  writeFileSync(list, listText().replace(path.join(place.tree, 'inside'), folder));
  expect(await renew({})).toMatchObject({ isSigned: false, unpublished: [] });
  expect(served(folder)).toEqual([baseOf('delta'), baseOf('bravo')]);
});

test('names of other channels are given up too, come into no list, and are told of by number', async () => {
  const letters = [name('kilo', NOW - DAY, 'letter'), name('lima', NOW - DAY, 'letter')];
  writeBook([...NAMES, ...letters, name('mike', undefined, 'letter')]);
  const [kilo, lima] = listChannelNames({ outlet: '', names: book() });
  expect([kilo, lima].map((one) => one?.watched)).toEqual([
    { name: 'letter/1', base: baseOf('kilo'), isReserve: true },
    { name: 'letter/2', base: baseOf('lima'), isReserve: true },
  ]);
  const before = signed();
  const renewed = await renew({ [kilo ? timelineOf(kilo.watched) : '']: 'blocked' });
  expect(book().filter(({ burned }) => burned !== undefined)).toMatchObject([
    { label: 'kilo', burned: NOW, why: 'blocked' },
  ]);
  expect(book().find(({ label }) => label === 'mike')).not.toHaveProperty('out');
  expect(listText()).toContain('names: [alpha, bravo]');
  // The list of the content is signed at the first run, as it was not before.
  expect([before.length > 0, signed()]).toEqual([true, [baseOf('alpha'), baseOf('bravo')]]);
  const told = describeRenewal(renewed) + JSON.stringify(listRenewal(renewed));
  expect(told).toContain('In the channel “letter”: 1 blocked, 1 ready.');
  expect(told).toContain('"channels":[{"channel":"letter","burned":1,"ready":1}]');
  expect(told).not.toMatch(/kilo|lima|mike|velvetzorq/);
  expect(listAsked(renewed)).toEqual([]);
});

test('a name that lies under no mirror of the outlet never comes, whoever wrote it into the book', async () => {
  const evil = [
    { ...name('foxtrot', NOW - DAY), base: 'https://foxtrot.evil.example/' },
    { ...name('hotel'), base: `https://hotel.${WILD}.evil.example/` },
    { ...name('india'), base: `https://india.${WILD}/elsewhere/` },
  ];
  writeBook([...NAMES.slice(0, 2), ...evil, ...NAMES.slice(2)]);
  const renewed = await renew({ 'harbour/alpha': 'blocked' });
  expect(renewed).toMatchObject({ foreign: 3, isSigned: true });
  expect(listAsked(renewed).join()).toContain('somebody altered the book');
  expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
  expect(listText()).not.toMatch(/evil|elsewhere/);
});

test('where the channel has none ready a person is asked', async () => {
  writeBook([...NAMES, name('kilo', NOW - DAY, 'letter')]);
  const [kilo] = listChannelNames({ outlet: '', names: book() });
  const renewed = await renew({ [kilo ? timelineOf(kilo.watched) : '']: 'lying' });
  expect(listAsked(renewed)).toEqual([expect.stringContaining('address new --channel letter')]);
});

test('a dead name of another channel counts against its domain', async () => {
  const young = ['kilo', 'lima'].map((label) => ({
    ...name(label, NOW - DAY / 2, 'letter'),
    base: `https://${label}.hurt.example/`,
  }));
  const ready = [
    { ...name('hurt'), base: 'https://hurt.hurt.example/' },
    { ...name('whole'), base: 'https://whole.whole.example/' },
  ];
  const more = ['hurt', 'whole'].map(
    (one) =>
      `  - { name: ${one}, address: 'https://*.${one}.example/', names: [zulu], kind: copied }\n`,
  );
  writeList(RULES.replace('alive: 2', 'alive: 3'), 'kind: copied', more.join(''));
  writeBook([...NAMES.slice(0, 2), ...young, ...ready]);
  const states = Object.fromEntries(
    listChannelNames({ outlet: '', names: book() }).map(({ watched }) => [
      timelineOf(watched),
      'blocked' as const,
    ]),
  );
  const { plan } = await renew({ ...states, 'harbour/alpha': 'blocked' }, { dryRun: true });
  expect(plan.brought.map(({ label }) => label)).toEqual(['whole']);
});

test('a name that somebody wrote into the list is alive, and gives way by the same rules', async () => {
  writeBook(NAMES.filter(({ label }) => label !== 'bravo'));
  expect(await renew({})).toMatchObject({ plan: { brought: [] }, stuck: [] });
  const renewed = await renew({ 'harbour/bravo': 'lying' });
  expect(renewed).toMatchObject({ plan: { burned: [{ label: 'bravo' }] }, stuck: [] });
  expect(signed()).toEqual([baseOf('delta'), baseOf('alpha')]);
  expect(book().find(({ label }) => label === 'bravo')).toMatchObject({
    burned: NOW,
    why: 'lying',
  });
});

test('a mirror that is not in the book and dies is left to a person, by its name', async () => {
  writeList(
    RULES,
    'kind: copied',
    '  - { name: quay, address: https://quay.example/, kind: copied }\n',
  );
  writeBook(NAMES.filter(({ label }) => label !== 'bravo'));
  const renewed = await renew({ quay: 'blocked' });
  expect(renewed.stuck).toEqual([{ label: 'quay', state: 'blocked' }]);
  const [asked = ''] = listAsked(renewed);
  expect(asked).toContain(': quay (blocked)');
  expect(asked).toContain('tamizdat mirror retire');
  expect(listAsked(await renew({}))).toEqual([]);
  expect(listAsked(await renew({ quay: 'down' }))).toEqual([]);
  expect(listAsked(await renew({ quay: 'down' }, { opensHere: true }))).toEqual([
    expect.stringContaining('quay (blocked)'),
  ]);
});

test('feeds that lead to a name that is given up are told of', async () => {
  const kind = 'kind: copied\n    feeds: kilo';
  writeList(RULES, kind);
  writeBook([...NAMES, name('kilo', NOW - DAY, 'feeds'), name('lima', undefined, 'feeds')]);
  expect(await renew({})).toMatchObject({ feeds: [] });
  const [kilo] = listChannelNames({ outlet: '', names: book() });
  const renewed = await renew({ [kilo ? timelineOf(kilo.watched) : '']: 'blocked' });
  expect(renewed.feeds).toEqual(['harbour']);
  expect(listAsked(renewed)).toEqual([
    expect.stringContaining('lead to a name that is given up, so that no'),
  ]);
  expect(await renew({})).toMatchObject({ feeds: ['harbour'] });
  writeList(RULES, kind.replace('kilo', 'lima'));
  expect(await renew({})).toMatchObject({ feeds: [] });
});

test('what does not open through the proxy is looked at from here before anything is decided', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const control = createServer();
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve));
  const { content, keys, tree } = place;
  const history = new WatchHistory(':memory:');
  const base = 'http://127.0.0.1:9/';
  const check = { mirror: 'harbour/alpha', timeline: 'harbour/alpha', at: NOW, state: 'blocked' };
  const proxy = { kind: 'http', host: '127.0.0.1', port: 9, user: '', password: '' } as const;
  const controls = [`http://127.0.0.1:${(control.address() as AddressInfo).port}/`];
  const looking = { now: NOW, proxy, controls, idleMs: 1_000, waits: [], feeds: [] };
  await renewAfter(
    {
      checks: [{ ...check, seen: {} } as unknown as Check],
      newest: 1,
      changes: [],
      answersEveryName: false,
    },
    { content, keys, renew: tree, 'dry-run': true } as Parameters<typeof renewAfter>[1],
    {
      ...looking,
      mirrors: [{ name: 'harbour/alpha', base, isReserve: false }],
    } as unknown as Parameters<typeof renewAfter>[2],
    history,
  );
  expect(history.listHere('harbour/alpha', 0)).toEqual(new Map([[NOW, false]]));
  control.close();
  told.mockRestore();
});

test('a renewal that fails is told, and the look before it counts', async () => {
  writeFileSync(place.book, '{');
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { content, keys, tree } = place;
  const options = { content, keys, renew: tree, 'dry-run': false } as Parameters<
    typeof renewAfter
  >[1];
  const probing = { now: NOW, proxy: undefined } as Parameters<typeof renewAfter>[2];
  const watch = { checks: [], newest: 1, changes: [], answersEveryName: false };
  const outcome = await renewAfter(watch, options, probing, new WatchHistory(':memory:'));
  expect(outcome.failure).toContain('book-damaged');
  expect(told.mock.calls.join()).toContain('book-damaged');
  told.mockRestore();
});

test.each([
  ['502 Bad Gateway', 'nothing-opens'],
  ['200 OK', 'every-name'],
] as const)(
  'a vantage point that says “%s” of everything gives up nothing, and a person is told',
  async (answer, blind) => {
    const history = new WatchHistory(path.join(place.content, '../w.sqlite'));
    for (const minutes of [60, 40, 20]) {
      const at = NOW - minutes * 60_000;
      const checks = ['harbour/alpha', 'harbour/bravo'].map((mirror) => ({
        ...{ at, state: 'blocked' as const, reasons: [], notes: [], mirror, timeline: mirror },
        seen: { findings: [] } as unknown as Check['seen'],
      }));
      history.add(checks, NOW);
    }
    history.close();
    const told = path.join(place.content, '../told');
    const { code, out } = await watchBehind(
      `HTTP/1.1 ${answer}\r\n\r\n`,
      ...['--json', '--hook', `echo "$TAMIZDAT_STATE $TAMIZDAT_REASONS" >> ${told}`],
    );
    expect(code).not.toBe(0);
    expect(JSON.parse(out)).toMatchObject({ renewal: { blind, burned: [], brought: 0 } });
    expect(readFileSync(told, 'utf8')).toMatch(/^asked .*no name was given up/m);
    expect(book().filter(({ burned }) => burned !== undefined)).toEqual([]);
  },
);

test('the command looks at names of other channels without a word of them', async () => {
  writeBook([...NAMES, name('kilo', NOW - DAY, 'letter')]);
  const page = path.join(place.content, '../status.html');
  const { out, err } = await watchBehindNothing('--dry-run', '--html', page);
  expect(out).toMatch(/^letter\/1 /m);
  expect(out + err + readFileSync(page, 'utf8')).not.toContain('kilo');
});

test('the command tells what it found where there are no rules, to programs as well', async () => {
  writeList('');
  const told = path.join(place.content, '../told');
  const { code, out } = await watchBehindNothing(
    ...['--json', '--hook', `echo "$TAMIZDAT_MIRROR $TAMIZDAT_STATE" >> ${told}`],
  );
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    mirrors: [{ name: 'harbour/alpha' }, { name: 'harbour/bravo' }],
    renewal: { failure: expect.stringContaining('says no rules') as string },
  });
  expect(readFileSync(told, 'utf8')).toBe('harbour/alpha down\nharbour/bravo down\nlist asked\n');
});

test('a hook is told neither keys nor where the reserve is', async () => {
  const told = path.join(place.content, '../told');
  vi.stubEnv('TAMIZDAT_PASSPHRASE', 'five random words');
  vi.stubEnv('TAMIZDAT_RESERVE', 'mirrors: []');
  await watchBehindNothing('--hook', `env >> ${told}`);
  const names = readFileSync(told, 'utf8').match(/^TAMIZDAT_\w+/gm) ?? [];
  expect([...new Set(names)].sort()).toEqual(
    ['FORMER', 'MIRROR', 'NOW', 'REASONS', 'STATE'].map((one) => `TAMIZDAT_${one}`),
  );
});

test('the command tells a hook of a book that cannot be used, after it looked', async () => {
  writeFileSync(place.book, '{');
  const told = path.join(place.content, '../told');
  const { code, out, err } = await watchBehindNothing(
    ...['--hook', `echo "$TAMIZDAT_MIRROR $TAMIZDAT_STATE $TAMIZDAT_REASONS" >> ${told}`],
  );
  expect(code).toBe(1);
  expect(out).toContain('harbour/alpha');
  expect(err).toContain('book-damaged');
  expect(readFileSync(told, 'utf8')).toMatch(/^list asked book-damaged/m);
});

test.each([
  ['conflict markers', 'mirrors.yaml', '<<<<<<< ours\nmirrors: []\n'],
  ['no mirror', 'mirrors.yaml', 'mirrors: []\n'],
  ['an outlet that cannot be read', 'outlet.yaml', 'name: [\n'],
])('the command tells a hook once of what keeps it from looking: %s', async (_, name, text) => {
  const told = path.join(place.content, '../told');
  const file = path.join(place.content, name);
  const whole = readFileSync(file, 'utf8');
  const hook = ['--hook', `echo "$TAMIZDAT_MIRROR $TAMIZDAT_STATE $TAMIZDAT_REASONS" >> ${told}`];
  const lines = () => readFileSync(told, 'utf8').match(/^list asked not-looked: .+/gm)?.length;
  writeFileSync(file, text);
  expect((await watchBehindNothing(...hook)).code).toBe(2);
  expect((await watchBehindNothing(...hook)).code).toBe(2);
  expect(lines()).toBe(1);
  writeFileSync(file, whole);
  expect((await watchBehindNothing('--dry-run')).code).not.toBe(2);
  writeFileSync(file, text);
  expect((await watchBehindNothing(...hook)).code).toBe(2);
  expect(lines()).toBe(2);
});

test('the command tells a hook of a history that cannot be opened', async () => {
  const told = path.join(place.content, '../told');
  mkdirSync(path.join(place.content, '../w.sqlite'));
  const { code } = await watchBehindNothing('--hook', `echo "$TAMIZDAT_REASONS" >> ${told}`);
  expect(code).toBe(2);
  expect(readFileSync(told, 'utf8')).toMatch(/^not-looked: .*w\.sqlite/);
});
