import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WatchHistory } from '@tamizdat/mirrors/watch';
import { NOW } from '@tamizdat/release/testing';
import { expect, test, vi } from 'vitest';
import {
  baseOf,
  book,
  DAY,
  listText,
  MINUTE,
  name,
  NAMES,
  place,
  renew,
  RULES,
  signed,
  useRenewedOutlet,
  writeBook,
  writeList,
} from '../../testing/renewed-outlet.ts';
import { describeRenewal, listAsked, listRenewal } from './describe-renewal.ts';
import { renewAfter } from './renew-after.ts';
import { addShown, countInDay, type Shown } from './shown-note.ts';

/** What earlier renewals left: a book that is older than the list, or gone, and the list of yesterday. */

useRenewedOutlet();

const burnedIn = (): string[] =>
  book().flatMap(({ label, burned }) => (burned === undefined ? [] : [label]));

test('yesterday’s copy of the book shows no name again that was given up since, or shown', async () => {
  const yesterday = [...NAMES, name('golf'), name('hotel')];
  writeBook(yesterday);
  await renew({ 'harbour/alpha': 'blocked' });
  await renew({ 'harbour/delta': 'blocked' });
  expect(signed()).toEqual([baseOf('echo'), baseOf('bravo')]);
  writeBook(yesterday);
  // Nothing of it stands in the history: the note alone knows.
  const renewed = await renew({ 'harbour/bravo': 'blocked' });
  expect(signed()).toEqual([baseOf('golf'), baseOf('echo')]);
  expect(burnedIn()).toEqual(['alpha', 'bravo', 'delta']);
  expect(book().find(({ label }) => label === 'delta')?.why).toBe('shown-before');
  expect(listAsked(renewed)).toEqual([expect.stringMatching(/^book-old: .* of 2 names/)]);
  const told = describeRenewal(renewed) + JSON.stringify(listRenewal(renewed));
  expect(told).toContain('"spent":2');
  expect(told).not.toMatch(/delta|alpha|golf|hotel/);
  expect(listAsked(await renew({}))).toEqual([]);
});

test('without the note what looks found dead does not come, ready or out', async () => {
  writeBook([...NAMES, name('golf'), name('kilo', NOW - DAY)]);
  const renewed = await renew({
    ...{ 'harbour/alpha': 'blocked', 'harbour/delta': 'blocked', 'harbour/kilo': 'lying' },
  });
  expect(renewed.spent).toEqual(['delta', 'kilo']);
  expect(signed()).toEqual([baseOf('echo'), baseOf('bravo')]);
});

test('a ready name that somebody showed and took away does not come again', async () => {
  const file = path.join(place.content, 'mirrors.yaml');
  const text = listText();
  writeFileSync(file, text.replace('[alpha, bravo]', '[alpha, bravo, delta]'));
  await renew({});
  writeFileSync(file, text);
  expect(await renew({ 'harbour/alpha': 'blocked' })).toMatchObject({ spent: ['delta'] });
  expect(signed()).toEqual([baseOf('echo'), baseOf('bravo')]);
});

test('a name that is out and was taken out of the list alive comes back', async () => {
  await renew({});
  writeFileSync(
    path.join(place.content, 'mirrors.yaml'),
    listText().replace('[alpha, bravo]', '[bravo]'),
  );
  expect(await renew({})).toMatchObject({ spent: [] });
  expect(signed()).toEqual([baseOf('alpha'), baseOf('bravo')]);
});

test('a book that is gone is no empty one: nothing is begun, and a hook is told', async () => {
  await renew({});
  rmSync(place.book);
  for (const dryRun of [false, true])
    await expect(renew({ 'harbour/alpha': 'blocked' }, { dryRun })).rejects.toThrow(
      /^book-missing: .*tamizdat address new/,
    );
  expect(existsSync(place.book)).toBe(false);
  expect(listText()).toContain('[alpha, bravo]');
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { failure } = await renewAfter(
    { checks: [], newest: 1, changes: [], answersEveryName: false },
    { content: place.content, keys: place.keys, renew: place.tree } as Parameters<
      typeof renewAfter
    >[1],
    { now: NOW, proxy: undefined } as Parameters<typeof renewAfter>[2],
    new WatchHistory(':memory:'),
  );
  told.mockRestore();
  expect(failure).toMatch(/^book-missing: /);
  // Whoever means it begins another one.
  writeBook([]);
  expect(await renew({})).toMatchObject({ isSigned: false });
});

test('where there never was a book none is missed', async () => {
  rmSync(place.book);
  expect(await renew({})).toMatchObject({ plan: { burned: [] } });
  expect(await renew({})).toMatchObject({ plan: { burned: [] } });
});

test('a list that shrinks in steps is never less than half of what a reader of yesterday has', async () => {
  const labels = ['alpha', 'bravo', 'kilo', 'lima', 'mike', 'november', 'oscar', 'papa'];
  writeBook(labels.map((label) => name(label, NOW - 5 * DAY)));
  writeList(RULES.replace('alive: 2', 'alive: 1'));
  const text = listText().replace('[alpha, bravo]', `[${labels.join(', ')}]`);
  writeFileSync(path.join(place.content, 'mirrors.yaml'), text);
  await renew({});
  for (const [at, dead] of labels.slice(0, 7).entries())
    await renew({ [`harbour/${dead}`]: 'blocked' }, { now: NOW + (at + 1) * MINUTE });
  expect(signed()).toHaveLength(4);
  await renew({}, { now: NOW + DAY + 30 * MINUTE });
  expect(signed()).toHaveLength(2);
});

test('of a mirror that was retired nothing is told at each look', async () => {
  const more =
    "  - { name: quay, address: 'https://*.quay.example/', names: [zulu], kind: copied }\n";
  writeList(RULES, 'kind: copied', more);
  writeBook([...NAMES, { ...name('yankee'), base: 'https://yankee.quay.example/' }]);
  await renew({});
  writeList(RULES);
  expect(listAsked(await renew({}))).toEqual([]);
  writeBook([...NAMES, { ...name('yankee'), base: 'https://yankee.evil.example/' }]);
  expect(await renew({})).toMatchObject({ foreign: 1 });
});

test('the longest list of a day counts', () => {
  const nothing: Shown = { hasBook: false, bases: new Map() };
  const at = (shown: Shown, listed: string[], now: number) =>
    addShown(shown, { hasBook: true, listed, burned: [] }, now);
  const first = at(nothing, ['https://a.example/', 'https://b.example/'], 0);
  const second = at(first, ['https://b.example/', 'https://c.example/'], DAY / 2);
  const third = at(second, ['https://c.example/'], DAY);
  expect([countInDay(nothing, 0), countInDay(first, 1), countInDay(third, DAY)]).toEqual([0, 2, 2]);
  expect(countInDay(third, 2 * DAY)).toBe(1);
  expect([...at(third, [], 100 * DAY).bases]).toEqual([]);
});
