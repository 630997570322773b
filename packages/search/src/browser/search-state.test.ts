import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildQueryString, isIdle, parseState, type SearchState } from './search-state.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => value.isWellFormed());
const states: fc.Arbitrary<SearchState> = fc.record({
  query: text,
  section: text,
  author: text,
  year: text,
  sort: fc.constantFrom('relevance', 'date'),
});

test('a state comes back from its address', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(parseState(buildQueryString(state))).toEqual(state);
    }),
  );
});

const pieces = fc.constantFrom(
  'q',
  'section',
  'sort',
  'date',
  '=',
  '&',
  '+',
  '%',
  '%ff',
  '%00',
  '?',
  'ё',
  '\ud800',
);

test('any query string is read without a failure, and one reading settles it', () => {
  fc.assert(
    fc.property(fc.string({ unit: pieces }), (given) => {
      const state = parseState(given);
      expect(parseState(buildQueryString(state))).toEqual(state);
    }),
  );
});

test('defaults are left out of the address', () => {
  const idle = parseState('');
  expect(buildQueryString(idle)).toBe('');
  expect(buildQueryString({ ...idle, query: 'город', sort: 'date' })).toBe(
    '?q=%D0%B3%D0%BE%D1%80%D0%BE%D0%B4&sort=date',
  );
});

test('a query of a megabyte is cut', () => {
  expect(parseState(`?q=${'я'.repeat(1_000_000)}`).query).toHaveLength(200);
});

test('an order or white space alone asks for nothing, a filter does', () => {
  expect(isIdle(parseState('?sort=date&q=+'))).toBe(true);
  expect(isIdle(parseState('?year=2025'))).toBe(false);
});
