import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addNames,
  type AddressBook,
  aliveIn,
  bringOut,
  burnName,
  findName,
  type GivenName,
  readyIn,
  takeNames,
} from './book.ts';
import { changeBook, loadBook } from './book-file.ts';
import { openWell } from './name-under.ts';
import { summarizeBook } from './summarize.ts';

const OUTLET = 'a'.repeat(64);
const NOW = Date.parse('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;

const made = (label: string, channel = 'list'): GivenName => ({
  label,
  base: `https://${label}.example.net/`,
  channel,
  made: NOW,
});
const bookOf = (...names: GivenName[]): AddressBook => ({ outlet: OUTLET, names });

test('a name is in reserve, then out, then burned, and never anything before again', () => {
  let book = bookOf(made('velora'), made('mintak'), made('other', 'letter'));
  expect(readyIn(book, 'list').map(({ label }) => label)).toEqual(['velora', 'mintak']);
  const taken = takeNames(book, { channel: 'list', count: 1, now: NOW });
  expect(taken.names.map(({ label }) => label)).toEqual(['velora']);
  book = burnName(taken.book, 'velora', { now: NOW + HOUR, why: 'blocked' });
  book = burnName(book, 'velora', { now: NOW + 2 * HOUR, why: 'later' });
  expect(findName(book, 'https://velora.example.net').burned).toBe(NOW + HOUR);
  book = bringOut(book, ['velora'], NOW + 3 * HOUR);
  expect(aliveIn(book, 'list')).toEqual([]);
  const next = takeNames(book, { channel: 'list', count: 2, now: NOW });
  expect(next.names.map(({ label }) => label)).toEqual(['mintak']);
  expect(() =>
    takeNames(burnName(next.book, 'mintak', { now: NOW, why: 'x' }), {
      channel: 'list',
      count: 1,
      now: NOW,
    }),
  ).toThrow(/^pool-empty: .*channel “list”/);
  expect(() => findName(book, 'unknown')).toThrow('name-unknown');
});

test('a channel whose names die within hours is told', () => {
  const lives = (channel: string, hours: number[]): GivenName[] =>
    hours.map((life, at) => ({
      ...made(`${channel}${'x'.repeat(at + 1)}`, channel),
      out: NOW,
      burned: NOW + life * HOUR,
      why: 'blocked',
    }));
  const unseen = { ...made('unseen', 'card'), burned: NOW, why: 'by-hand' };
  const told = summarizeBook(
    bookOf(
      ...lives('list', [2, 5, 900]),
      ...lives('card', [30, 40, 50, 60]),
      ...lives('few', [1, 2]),
      unseen,
    ),
  );
  expect(
    told.map(({ channel, medianHours, isRead, burned }) => [
      channel,
      medianHours,
      isRead,
      burned.length,
    ]),
  ).toEqual([
    ['card', 45, false, 5],
    ['few', 1.5, false, 2],
    ['list', 5, true, 3],
  ]);
});

test.each([
  ['https://*.example.net/', undefined, 'https://velora.example.net/', undefined],
  ['https://*.example.net/site/', 'other.net', 'https://velora.example.net/site/', undefined],
  ['https://a.b.example.net/x/', 'example.net', 'https://velora.example.net/x/', 'a.b.example.net'],
  ['https://example.net:8443/', 'example.net', 'https://velora.example.net:8443/', 'example.net'],
])('names under %s (%s)', (base, domain, address, host) => {
  const well = openWell(base, domain);
  expect([well.addressOf('velora'), well.host]).toEqual([address, host]);
});

test.each([
  ['https://harbour.example.net/', undefined],
  ['https://harbour.example.net/', 'other.net'],
  ['https://harbour.example.net/', 'ample.net'],
  ['https://harbour.example.net/', 'net'],
  ['https://192.0.2.7/', '192.0.2.7'],
  [`http://${'a'.repeat(56)}.onion/`, `${'a'.repeat(56)}.onion`],
  ['http://localhost/', 'localhost'],
])('no names under %s (%s)', (base, domain) => {
  expect(() => openWell(base, domain)).toThrow('no-names-under');
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'book-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const placeOf = (now = NOW) => ({ file: join(folder, 'addresses.json'), outlet: OUTLET, now });
const adding = (label: string, now = NOW) =>
  changeBook(placeOf(now), (book) => ({
    book: addNames(book, [{ ...made(label), made: now }]),
    result: label,
  }));

test('the file is for its owner alone, and nothing else is left beside it', async () => {
  expect(loadBook(placeOf().file, OUTLET).names).toEqual([]);
  await adding('velora');
  expect(statSync(placeOf().file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['addresses.json']);
});

test('of two at once one is refused, and nothing is lost', async () => {
  let release = (): void => undefined;
  const first = changeBook(placeOf(), async (book) => {
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return { book: addNames(book, [made('velora')]), result: 1 };
  });
  await expect(adding('mintak')).rejects.toThrow('at work');
  release();
  await first;
  await adding('mintak');
  expect(loadBook(placeOf().file, OUTLET).names.map(({ label }) => label)).toEqual([
    'velora',
    'mintak',
  ]);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -20), 'book-damaged'],
  ['another outlet’s', (text: string) => text.replace(OUTLET, 'b'.repeat(64)), 'book-foreign'],
])('a book that is %s is told and stays as it is', async (_, damage, said) => {
  await adding('velora');
  const damaged = damage(readFileSync(placeOf().file, 'utf8'));
  writeFileSync(placeOf().file, damaged);
  await expect(adding('mintak')).rejects.toThrow(said);
  expect(readFileSync(placeOf().file, 'utf8')).toBe(damaged);
});

test('a clock that is behind changes nothing, and one that is a little is taken', async () => {
  await adding('velora');
  await expect(adding('mintak', NOW - HOUR)).rejects.toThrow(
    /^book-clock: .*2026-11-22T12:00:00\.000Z/,
  );
  await adding('mintak', NOW - 60_000);
  expect(loadBook(placeOf().file, OUTLET).names).toHaveLength(2);
});

test('a change that fails leaves the book and no lock', async () => {
  await adding('velora');
  const before = readFileSync(placeOf().file, 'utf8');
  const failing = changeBook(placeOf(), () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(readFileSync(placeOf().file, 'utf8')).toBe(before);
  expect(readdirSync(folder)).toEqual(['addresses.json']);
});
