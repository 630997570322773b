import { expect, test } from 'vitest';
import { readerMemory } from './reader-memory.ts';

test.each([
  [{}, '/home/reader/.local/state/tamizdat/seen'],
  [{ XDG_STATE_HOME: '' }, '/home/reader/.local/state/tamizdat/seen'],
  [{ XDG_STATE_HOME: 'state' }, '/home/reader/.local/state/tamizdat/seen'],
  [{ XDG_STATE_HOME: '/var/state' }, '/var/state/tamizdat/seen'],
])('%j', (environment, folder) => {
  expect(readerMemory(environment, '/home/reader')).toBe(folder);
});
