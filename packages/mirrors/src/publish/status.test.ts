import { expect, test } from 'vitest';
import { encodeStatus, NO_STATUS, parseStatus } from './status.ts';

const HASH = 'ab'.repeat(32);

const parse = (changes: object) =>
  parseStatus(
    new TextEncoder().encode(
      JSON.stringify({ _type: 'tamizdat-published', spec: 1, ...NO_STATUS, ...changes }),
    ),
  );

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
  { held: ['../../etc/passwd'] },
  { held: ['timestamp.json'] },
  { maybe: [`files/${HASH}/..`] },
  { leaving: [['../index.html', '2026-11-22T12:00:00Z']] },
  { leaving: [['release/1.root.json', '2026-11-22T12:00:00Z']] },
  { leaving: [['a.html', 'soon']] },
  { begun: [{ number: 1, root: 'x', level: 0 }] },
  { release: { number: 1, root: HASH, level: 99 } },
  { base: 'javascript:alert(1)' },
  { spec: 2 },
])('a mirror that says %o is not believed', (changes) => {
  expect(parse(changes)).toBeUndefined();
});

test('a page that stands for everything is no status', () => {
  for (const text of ['<!DOCTYPE html><title>Not found', '', 'null', '[]', '{}'])
    expect(parseStatus(new TextEncoder().encode(text))).toBeUndefined();
});
