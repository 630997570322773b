import { expect, test } from 'vitest';
import { AskedIds } from './asked-ids.ts';

const ids = (): AskedIds => new AskedIds(['anna', 'boris']);

test('what was found is told once', () => {
  const asked = ids();
  expect(asked.has('anna')).toBe(true);
  expect(asked.take()).toEqual(['anna']);
  expect(asked.take()).toEqual([]);
});

test.each<[string, (asked: AskedIds) => unknown]>([
  ['asks for one that is not there', (asked) => asked.has('clara')],
  ['counts', (asked) => asked.size],
  ['goes through them', (asked) => [...asked]],
  ['takes the keys', (asked) => asked.keys()],
  ['takes the values', (asked) => asked.values()],
  ['takes the entries', (asked) => asked.entries()],
  [
    'is told of each',
    (asked) => {
      asked.forEach(() => undefined);
    },
  ],
  ['copies', (asked) => new Set(asked)],
])('whoever %s depends on all', (_, ask) => {
  const asked = ids();
  asked.has('anna');
  ask(asked);
  expect(asked.take()).toBeUndefined();
});
