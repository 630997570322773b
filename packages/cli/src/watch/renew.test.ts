import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
  signed,
  useRenewedOutlet,
  WILD,
  writeBook,
  writeList,
} from '../../testing/renewed-outlet.ts';
import { describeRenewal, listRenewal } from './describe-renewal.ts';

useRenewedOutlet();

test('a name that is blocked gives way to the next one, in book, list and signature, without the key for targets', async () => {
  const renewed = await renew({ 'harbour/alpha': 'blocked' });
  expect(renewed).toMatchObject({ isSigned: true, unpublished: [] });
  expect(listText()).toContain('    names: [delta, bravo] # of the list\n');
  expect(listText()).toMatch(/^mirrors:\n# Ours\./);
  expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
  expect(book()[0]).toMatchObject({ label: 'alpha', burned: NOW, why: 'blocked' });
  expect(book()[2]).toMatchObject({ label: 'delta', out: NOW });
  const again = await renew({ 'harbour/alpha': 'blocked' });
  expect(again).toMatchObject({ isSigned: false, plan: { burned: [], brought: [] } });
});

test('nothing that is in reserve is told of, before or after', async () => {
  for (const dryRun of [true, false]) {
    const renewed = await renew({ 'harbour/alpha': 'blocked' }, { dryRun });
    const told = describeRenewal(renewed) + JSON.stringify(listRenewal(renewed));
    expect(told).toContain('alpha');
    expect(told).not.toMatch(/delta|echo|velvetzorq/);
  }
});

test('a look that can say nothing of a block gives up nothing, and counts for none later', async () => {
  const states = { 'harbour/alpha': 'blocked' } as const;
  const blind = await renew(states, { blind: 'nothing-opens' });
  expect(blind).toMatchObject({ blind: 'nothing-opens', plan: { burned: [], brought: [] } });
  expect(describeRenewal(blind)).toContain('no name was given up');
  expect(await renew(states, { blindAt: [NOW - 20 * MINUTE] })).toMatchObject({
    plan: { burned: [] },
  });
  expect(await renew(states, { blindAt: [NOW - 21 * MINUTE] })).toMatchObject({
    plan: { burned: [{ label: 'alpha' }] },
  });
});

test('a dry run changes nothing', async () => {
  const before = [listText(), readFileSync(place.book, 'utf8'), signed()];
  expect(await renew({ 'harbour/alpha': 'lying' }, { dryRun: true })).toMatchObject({
    plan: { burned: [{ label: 'alpha' }], dropped: ['alpha'] },
  });
  expect([listText(), readFileSync(place.book, 'utf8'), signed()]).toEqual(before);
});

test('a host that is down is not blocked, unless it opens elsewhere', async () => {
  expect(await renew({ 'harbour/alpha': 'down' })).toMatchObject({ plan: { burned: [] } });
  expect(await renew({ 'harbour/alpha': 'down' }, { opensHere: true })).toMatchObject({
    plan: { burned: [{ label: 'alpha' }] },
  });
});

test('what does not open here either is the server’s fault: no name is given up for it, and a person is told', async () => {
  for (const state of ['blocked', 'frozen', 'lying'] as const) {
    const renewed = await renew({ 'harbour/alpha': state }, { opensHere: false });
    expect(renewed).toMatchObject({
      plan: { burned: [], brought: [] },
      servers: [{ label: 'harbour/alpha', state }],
    });
    expect(describeRenewal(renewed)).toContain(`it is no block and another name would not help`);
  }
  expect(await renew({ 'harbour/alpha': 'lying' }, { opensHere: true })).toMatchObject({
    plan: { burned: [{ label: 'alpha', state: 'lying' }] },
    servers: [],
  });
});

test('a run that was cut short after the book is finished by the next', async () => {
  writeBook([
    { ...name('alpha', NOW - DAY), burned: NOW, why: 'blocked' },
    name('bravo', NOW - DAY),
    name('delta', NOW),
  ]);
  expect(await renew({})).toMatchObject({ isSigned: true });
  expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
});

test('where none is ready the list stays as it is, and a person is asked', async () => {
  writeBook(NAMES.slice(0, 2));
  const renewed = await renew({ 'harbour/alpha': 'blocked', 'harbour/bravo': 'blocked' });
  expect(listText()).toContain('names: [alpha, bravo]');
  expect(describeRenewal(renewed)).toContain('2 more names are wanted than are ready');
});

test('above the bound of a day a person is asked', async () => {
  writeBook(
    [...NAMES, name('golf', NOW - MINUTE)].map((one) =>
      one.label === 'golf' ? { ...one, burned: NOW, why: 'x' } : one,
    ),
  );
  const renewed = await renew({ 'harbour/alpha': 'blocked', 'harbour/bravo': 'blocked' });
  expect(renewed.plan).toMatchObject({ asked: 1, brought: [{ label: 'delta' }] });
  expect(describeRenewal(renewed)).toContain('1 more names are wanted than a day allows');
});

test.each([
  [
    'no rules',
    () => {
      writeList('');
    },
    'says no rules',
  ],
  [
    'a damaged book',
    () => {
      writeFileSync(place.book, '{');
    },
    'book-damaged',
  ],
  [
    'a list that cannot be changed',
    () => {
      writeFileSync(
        path.join(place.content, 'mirrors.yaml'),
        `mirrors:\n  - name: harbour\n    address: https://*.${WILD}/\n    names:\n    -\n      alpha\n    - bravo\n    kind: copied\nrenewal: { alive: 2 }\n`,
      );
    },
    'names: [one, two]',
  ],
] as const)('%s is told, and the signed list stays', async (_, spoil, said) => {
  const before = signed();
  spoil();
  const noted = readFileSync(place.book, 'utf8');
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow(said);
  expect(signed()).toEqual(before);
  expect(readFileSync(place.book, 'utf8')).toBe(noted);
});

test.each([
  ['a key', () => vi.stubEnv('TAMIZDAT_KEY_ADDRESSES', '')],
  [
    'the tree',
    () => {
      rmSync(place.tree, { recursive: true });
    },
  ],
])('without %s nothing is written, and no name that is ready is shown', async (_, take) => {
  const before = [listText(), readFileSync(place.book, 'utf8'), signed()];
  take();
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow();
  expect([listText(), readFileSync(place.book, 'utf8'), signed()]).toEqual(before);
});

test('a list that could not be signed after all is put back, and the next run brings the same name', async () => {
  const before = listText();
  const signing = path.join(place.state, 'published');
  renameSync(signing, `${signing}.away`);
  writeFileSync(signing, '');
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow();
  expect(listText()).toBe(before);
  rmSync(signing);
  renameSync(`${signing}.away`, signing);
  expect(await renew({})).toMatchObject({ isSigned: true });
  expect(signed()).toEqual([baseOf('delta'), baseOf('bravo')]);
});

test('a clock that is behind changes nothing', async () => {
  writeBook([...NAMES, { ...name('golf'), made: NOW + DAY }]);
  await expect(renew({ 'harbour/alpha': 'blocked' })).rejects.toThrow('book-clock');
  expect(listText()).toContain('[alpha, bravo]');
});
