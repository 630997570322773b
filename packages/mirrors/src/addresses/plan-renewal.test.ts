import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { State } from '../watch/judge-mirror.ts';
import type { AddressBook, GivenName } from './book.ts';
import type { ListedName } from './find-dead.ts';
import { planRenewal, type RenewalRules } from './plan-renewal.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;
const RULES: RenewalRules = { alive: 2, looks: 3, minutes: 30, daily: 4 };

const name = (label: string, domain = 'one.example', more: Partial<GivenName> = {}): GivenName => ({
  label,
  base: `https://${label}.${domain}/`,
  channel: 'list',
  made: NOW - 30 * DAY,
  ...more,
});
const out = (label: string, domain?: string, at = NOW - 20 * DAY): GivenName =>
  name(label, domain, { out: at });

/** Looks every 20 minutes, the last one now. */
const looked = ({ label, base }: GivenName, ...states: State[]): ListedName => ({
  label,
  base,
  past: states.map((state, at) => ({ state, at: NOW - (states.length - 1 - at) * 20 * MINUTE })),
});
const good = (one: GivenName): ListedName => looked(one, 'good', 'good', 'good');
const dead = (one: GivenName): ListedName => looked(one, 'blocked', 'blocked', 'blocked');

const bookOf = (...names: GivenName[]): AddressBook => ({ outlet: 'a'.repeat(64), names });
const plan = (book: AddressBook, listed: ListedName[], rules: Partial<RenewalRules> = {}) => {
  const planned = planRenewal(book, 'list', { rules: { ...RULES, ...rules }, listed, now: NOW });
  return { ...planned, brought: planned.brought.map(({ label }) => label) };
};

test('a name that several looks found blocked gives way to the next one', () => {
  const [a, b] = [out('a'), out('b')];
  expect(plan(bookOf(a, b, name('c'), name('d')), [dead(a), good(b)])).toEqual({
    burned: [{ label: 'a', state: 'blocked' }],
    brought: ['c'],
    dropped: ['a'],
    asked: 0,
    lacking: 0,
  });
});

test.each([
  [['blocked', 'good', 'blocked'], []],
  [['blocked', 'blocked'], []],
  [['good', 'down', 'down', 'down'], []],
  [['stale', 'stale', 'stale'], []],
  [['good', 'frozen', 'blocked', 'lying'], ['lying']],
  [['blocked', 'frozen', 'frozen'], ['frozen']],
] as [State[], State[]][])('looks that say %j', (states, expected) => {
  const a = out('a');
  const { burned } = plan(bookOf(a, name('b')), [looked(a, ...states)]);
  expect(burned.map(({ state }) => state)).toEqual(expected);
});

test('looks that follow each other at once say nothing', () => {
  const a = out('a');
  const at = [2, 1, 0].map((seconds) => NOW - seconds * 1_000);
  const past = at.map((one) => ({ at: one, state: 'blocked' as const }));
  expect(plan(bookOf(a, name('b')), [{ ...a, past }]).burned).toEqual([]);
});

test.each([
  [4, 10, true],
  [3, 10, false],
  [31, 1, true],
  [30, 1, false],
  [3, 15, true],
  [2, 60, false],
])('%i looks in a row, every %i minutes: dead is %s', (count, every, isDead) => {
  const a = out('a');
  const at = Array.from({ length: count }, (_, back) => NOW - back * every * MINUTE).reverse();
  const past = at.map((one) => ({ at: one, state: 'blocked' as const }));
  const opened = { at: (at[0] ?? NOW) - MINUTE, state: 'good' as const };
  const { burned } = plan(bookOf(a, name('b')), [{ ...a, past: [opened, ...past] }]);
  expect(burned.length === 1).toBe(isDead);
});

test('a name that the list shows, and that the book holds in reserve, does not come a second time', () => {
  const [a, b] = [name('a'), out('b')];
  const book = bookOf(a, b, name('c'));
  expect(plan(book, [good(a), dead(b)])).toMatchObject({ brought: ['c'], dropped: ['b'] });
  expect(plan(book, [dead(a), good(b)])).toMatchObject({ brought: ['c'], dropped: ['a'] });
  expect(plan(book, [good(a), good(b)], { alive: 4 })).toMatchObject({
    brought: ['c'],
    lacking: 1,
  });
});

test('no more come in a day than the rules say; a person is asked for the others', () => {
  const [a, b] = [out('a'), out('b')];
  const today = [1, 2, 3].map((at) =>
    name(`today${'x'.repeat(at)}`, 'gone.example', { out: NOW - at * MINUTE, burned: NOW }),
  );
  const book = bookOf(a, b, ...today, name('c'), name('d'));
  expect(plan(book, [dead(a), dead(b)])).toMatchObject({
    brought: ['c'],
    dropped: ['a'],
    asked: 1,
    lacking: 0,
  });
  const before = today.map((one) => ({ ...one, out: NOW - DAY - MINUTE }));
  const later = bookOf(a, b, ...before, name('c'), name('d'));
  expect(plan(later, [dead(a), dead(b)])).toMatchObject({ brought: ['c', 'd'], asked: 0 });
});

test('where none is ready the dead one stays in the list, and what is lacking is told', () => {
  const a = out('a');
  const other = name('letter', undefined, { channel: 'letter' });
  expect(plan(bookOf(a, other), [dead(a)])).toMatchObject({
    burned: [{ label: 'a' }],
    brought: [],
    dropped: [],
    lacking: 2,
  });
});

test('a run that was cut short is finished, and what was burned by hand leaves the list', () => {
  const burned = name('a', undefined, { out: NOW - DAY, burned: NOW - MINUTE });
  const b = out('b');
  const book = bookOf(burned, b, out('owed'), name('c'));
  expect(plan(book, [good(burned), good(b)])).toEqual({
    burned: [],
    brought: ['owed'],
    dropped: ['a'],
    asked: 0,
    lacking: 0,
  });
});

test('the next comes from another domain than that which was hit, and then from the one that shows fewest', () => {
  const [a, b] = [out('a', 'one.example'), out('b', 'two.example')];
  const book = bookOf(
    a,
    b,
    name('c', 'one.example'),
    name('d', 'two.example'),
    name('e', 'three.example'),
  );
  expect(plan(book, [dead(a), good(b)]).brought).toEqual(['e']);
  expect(plan(book, [dead(a), good(b)], { alive: 4 }).brought).toEqual(['e', 'd', 'c']);
  const young = name('f', 'three.example', { out: NOW - 2 * DAY, burned: NOW - 2 * DAY + MINUTE });
  expect(plan(bookOf(...book.names, young), [dead(a), good(b)]).brought).toEqual(['d']);
});

test('a domain whose last names died as soon as they were shown is tried once a day, and eats up no more', () => {
  const gone = (label: string, hours: number, ago = 30): GivenName => {
    const at = NOW - ago * 60 * MINUTE;
    return name(label, undefined, { out: at, burned: at + hours * 60 * MINUTE });
  };
  const ready = [name('x'), name('y')];
  const stillborn = [gone('a', 1), gone('b', 2), gone('c', 1)];
  expect(plan(bookOf(...stillborn, ...ready), [])).toMatchObject({ brought: ['x'], lacking: 1 });
  const today = [gone('a', 1), gone('b', 2), gone('c', 1, 20)];
  expect(plan(bookOf(...today, ...ready), [])).toMatchObject({ brought: [], lacking: 2 });
  const lived = [gone('a', 1), gone('b', 2), gone('c', 9)];
  expect(plan(bookOf(...lived, ...ready), [])).toMatchObject({ brought: ['x', 'y'], lacking: 0 });
  const alive = out('alive');
  const listed = [good(alive)];
  expect(plan(bookOf(alive, ...today, ...ready), listed)).toMatchObject({ brought: ['x'] });
  const elsewhere = name('z', 'two.example');
  expect(plan(bookOf(...today, ...ready, elsewhere), [])).toMatchObject({
    brought: ['z'],
    lacking: 1,
  });
});

test('whatever happens, half of the list at least stays, and no name comes that is out or burned', () => {
  const states = fc.array(fc.constantFrom<State>('good', 'blocked', 'frozen', 'down'), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      fc.array(states, { maxLength: 12 }),
      fc.nat(12),
      fc.nat(6),
      (looks, ready, alive) => {
        const listed = looks.map((_, at) => out(`l${'x'.repeat(at + 1)}`));
        const pool = Array.from({ length: ready }, (_, at) => name(`r${'x'.repeat(at + 1)}`));
        const made = plan(
          bookOf(...listed, ...pool),
          listed.map((one, at) => looked(one, ...(looks[at] ?? []))),
          { alive, daily: 3 },
        );
        const after = listed.length - made.dropped.length + made.brought.length;
        expect(after * 2).toBeGreaterThanOrEqual(listed.length);
        expect(made.brought.length).toBeLessThanOrEqual(3);
        expect(made.brought.every((label) => label.startsWith('r'))).toBe(true);
        const burned = made.burned.map(({ label }) => label);
        expect(made.dropped.every((label) => burned.includes(label))).toBe(true);
      },
    ),
  );
});
