import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { MAX_NOTED, MAX_STATUS_BYTES } from '../limits.ts';
import { encodeStatus, NO_STATUS, parseStatus, type Status } from './status.ts';

const HASH = 'ab'.repeat(32);

const NOTHING = new TextDecoder().decode(encodeStatus(NO_STATUS));

/** Reads a note of which some fields are other ones. */
const parse = (changes: object) =>
  parseStatus(
    new TextEncoder().encode(JSON.stringify({ ...(JSON.parse(NOTHING) as object), ...changes })),
  );

const list = (changes: object) => ({ files: '', nodes: '', rest: [], ...changes });

test('a status is read as it was written', () => {
  const status = {
    ...NO_STATUS,
    complete: false,
    base: 'https://one.example/',
    release: { number: 3, root: HASH, level: 2 },
    begun: [{ number: 4, root: HASH, level: 0 }],
    held: [`files/${HASH}`, `nodes/ab/${HASH.slice(2)}`, `targets/${HASH}.release.json`],
    maybe: ['7.snapshot.json', '1.root.json'],
    leaving: [['ru/2026/11/22/a.html', '2026-11-22T12:00:00.000Z'] as [string, string]],
  };
  expect(parseStatus(encodeStatus(status))).toMatchObject(status);
  expect(parse({})).toBeDefined();
});

test.each([
  { held: list({ rest: ['../../etc/passwd'] }) },
  { held: list({ rest: ['timestamp.json'] }) },
  { held: list({ files: 'AAAA' }) },
  { held: list({ nodes: '../../etc/passwd' }) },
  { held: ['1.root.json'] },
  { maybe: list({ rest: [`files/${HASH}/..`] }) },
  { leaving: { '2026-11-22T12:00:00Z': ['../index.html'] } },
  { leaving: { '2026-11-22T12:00:00Z': ['release/1.root.json'] } },
  { leaving: { soon: ['a.html'] } },
  { begun: [{ number: 1, root: 'x', level: 0 }] },
  { begun: Array.from({ length: 9 }, (_, number) => ({ number, root: HASH, level: 0 })) },
  { release: { number: 1, root: HASH, level: 99 } },
  { base: 'javascript:alert(1)' },
  { sure: 1 },
  { spec: 1 },
])('a mirror that says %o is not believed', (changes) => {
  expect(parse(changes)).toBeUndefined();
});

test('a page that stands for everything is no status', () => {
  for (const text of ['<!DOCTYPE html><title>Not found', '', 'null', '[]', '{}'])
    expect(parseStatus(new TextEncoder().encode(text))).toBeUndefined();
});

const hashOf = (at: number): string => createHash('sha256').update(String(at)).digest('hex');

const noteOf = (changed: number): Status => {
  const files = Array.from({ length: 2 * changed }, (_, at) => `files/${hashOf(at)}`);
  return {
    ...NO_STATUS,
    complete: false,
    held: [...files, '7.snapshot.json'],
    maybe: ['7.root.json'],
  };
};

test('what a release of 50,000 changed files notes can be read, and all of it is there', () => {
  const note = noteOf(50_000);
  const bytes = encodeStatus(note);
  expect(bytes.length).toBeLessThan(MAX_STATUS_BYTES);
  const read = parseStatus(bytes);
  // As texts: a comparison of lists as long as these takes seconds.
  expect(JSON.stringify(read?.held) === JSON.stringify(note.held)).toBe(true);
  expect(read).toMatchObject({ complete: false, sure: true, maybe: ['7.root.json'] });
});

test('a note that would be too long to be read says so, and is short', () => {
  const bytes = encodeStatus({ ...noteOf(120_000), by: 'ab' });
  expect(bytes.length).toBeLessThan(1_000);
  expect(parseStatus(bytes)).toMatchObject({ by: 'ab', complete: false, sure: false, held: [] });
  const root = (number: number) => ({ number, root: hashOf(number), level: 0 });
  const begun = Array.from({ length: 9 }, (_, number) => root(number));
  expect(parseStatus(encodeStatus({ ...NO_STATUS, begun }))).toMatchObject({ sure: false });
});

test('a note of more names or paths than one may have is none', () => {
  const many = Array.from({ length: MAX_NOTED + 1 }, (_, at) => String(at));
  const since = new Date(0).toISOString();
  const names = many.map((at) => `${at}.root.json`);
  expect(parse({ leaving: { [since]: many } })).toBeUndefined();
  expect(parse({ maybe: list({ rest: names }) })).toBeUndefined();
  expect(parse({ leaving: { [since]: many.slice(1) } })).toBeDefined();
  expect(parse({ maybe: list({ rest: names.slice(1) }) })).toBeDefined();
});

test('a status of more paths than are read says so, and is short', () => {
  const since = new Date(0).toISOString();
  const leaving = Array.from({ length: MAX_NOTED + 1 }, (_, at): [string, string] => [
    String(at),
    since,
  ]);
  const bytes = encodeStatus({ ...NO_STATUS, leaving });
  expect(bytes.length).toBeLessThan(1_000);
  expect(parseStatus(bytes)).toMatchObject({ sure: false, leaving: [] });
});
