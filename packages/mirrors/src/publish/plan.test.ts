import type { FileChange } from '@tamizdat/release';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRACE_MS } from '../limits.ts';
import { isIdle, planPublication, type Wanted } from './plan.ts';
import { NO_STATUS, type Status } from './status.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const hash = (digit: string): string => digit.repeat(64);
const tree = (number: number) => ({ number, root: hash(String(number % 10)), level: 0 });

const wanted = (changes: Partial<Wanted> = {}): Wanted => ({
  tree: tree(5),
  timestamp: 5,
  head: 'head 5',
  names: new Set(),
  nodes: new Set(),
  takenDown: new Set(),
  rebased: [],
  base: null,
  keep: 3,
  by: 'ab',
  ...changes,
});

const there: Status = { ...NO_STATUS, base: null, release: tree(4), timestamp: 4, head: 'head 4' };

const file = (path: string, digit: string) => ({
  path,
  size: 1,
  hash: hash(digit),
  type: 'text/html',
  rebased: false,
});

const change = (path: string, before?: string, after?: string): FileChange => ({
  path,
  before: before === undefined ? undefined : file(path, before),
  after: after === undefined ? undefined : file(path, after),
});

const plan = (status: Status, differences: FileChange[][], given: Partial<Wanted> = {}) =>
  planPublication({ status, differences, nodes: new Set() }, wanted(given), NOW);

test('bytes are put by hash for a changed path that no release holds, and not for a new one', () => {
  const { extra, early, late } = plan(
    there,
    [
      [
        change('changed.html', 'a', 'b'),
        change('held.html', 'a', 'c'),
        change('new.html', undefined, 'd'),
      ],
    ],
    { names: new Set([`files/${hash('c')}`]) },
  );
  expect(extra).toEqual([{ path: 'changed.html', hash: hash('b') }]);
  expect(early).toEqual(['new.html']);
  expect(late).toEqual(['changed.html', 'held.html']);
});

test('a path that an interrupted release may have put there is changed, not new', () => {
  const differences = [[change('a.html', undefined, 'b')], [change('a.html', 'a', 'b')]];
  for (const given of [differences, differences.toReversed()]) {
    const { early, late } = plan({ ...there, complete: false, begun: [tree(6)] }, given);
    expect([early, late]).toEqual([[], ['a.html']]);
  }
});

test('what an interrupted publication was about to delete is sent again where it is wanted', () => {
  const name = `files/${hash('e')}`;
  const status = { ...there, complete: false, held: [name], maybe: [name] };
  expect(plan(status, [[]], { names: new Set([name]) }).names).toEqual([name]);
  expect(plan({ ...status, maybe: [] }, [[]], { names: new Set([name]) }).names).toEqual([]);
  const dropped = plan({ ...there, held: [name] }, [[]]);
  expect([dropped.surplus, dropped.during.maybe]).toEqual([[name], [name]]);
});

test('a deletion that was begun is noted, so that no run forgets it', () => {
  const gone = { takenDown: new Set(['gone.html']) };
  const { removed, during, after } = plan(there, [[change('gone.html', 'a')]], gone);
  expect(removed).toEqual(['gone.html']);
  expect(during.leaving).toEqual([['gone.html', '1970-01-01T00:00:00.000Z']]);
  expect(after.leaving).toEqual([]);
  expect(during.begun).toEqual([tree(5)]);
});

test('a clock that was ahead when a path left does not keep it longer than its grace', () => {
  const late = new Date(NOW + 10 * GRACE_MS).toISOString();
  const { after } = plan({ ...there, leaving: [['a.html', late]] }, [[]]);
  expect(after.leaving).toEqual([['a.html', new Date(NOW).toISOString()]]);
});

test('pictures come before pages, and pages before lists', () => {
  const paths = ['index.html', 'ru/feed.xml', 'ru/2026/11/22/a.html', 'media/a.avif'];
  const { late } = plan(there, [paths.map((path) => change(path, 'a', 'b'))]);
  expect(late).toEqual(['media/a.avif', 'ru/2026/11/22/a.html', 'index.html', 'ru/feed.xml']);
});

test('what was published needs nothing more', () => {
  const names = fc.uniqueArray(
    fc.constantFrom('a', 'b', 'c', 'd').map((digit) => `files/${hash(digit)}`),
  );
  fc.assert(
    fc.property(names, names, names, (held, maybe, wantedNames) => {
      const status = { ...there, complete: maybe.length === 0, held, maybe };
      const given = { names: new Set(wantedNames) };
      const { after } = plan(status, [[change('a.html', 'a', 'b')]], given);
      expect(
        isIdle(
          plan(after, [[]], { ...given, names: new Set([...wantedNames, `files/${hash('b')}`]) }),
        ),
      ).toBe(true);
    }),
  );
});
