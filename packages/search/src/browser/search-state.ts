import { QUERY_MAX } from '../limits.ts';
import { FILTERS } from '../tier-facts.ts';

/** What a reader asks for. Empty strings mean "any". */
export interface SearchState {
  query: string;
  section: string;
  author: string;
  year: string;
  sort: 'relevance' | 'date';
}

/** Reads the query string of an address (`?q=…&section=…`); unknown parameters are ignored. */
export function parseState(queryString: string): SearchState {
  const given = new URLSearchParams(queryString);
  const take = (name: string): string => (given.get(name) ?? '').slice(0, QUERY_MAX);
  return {
    query: take('q'),
    section: take('section'),
    author: take('author'),
    year: take('year'),
    sort: take('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The query string that brings a state back; empty for an idle state, defaults left out. */
export function buildQueryString(state: SearchState): string {
  const given = new URLSearchParams();
  if (state.query !== '') given.set('q', state.query);
  for (const name of FILTERS) if (state[name] !== '') given.set(name, state[name]);
  if (state.sort === 'date') given.set('sort', 'date');
  const text = given.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether nothing is asked: an order alone finds nothing. */
export function isIdle(state: SearchState): boolean {
  return state.query.trim() === '' && FILTERS.every((name) => state[name] === '');
}
