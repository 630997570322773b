import { expect, test } from 'vitest';
import { listSeeds } from './seeds.ts';
import { fuzz, KINDS } from './verify-door.ts';

test('every vector is taken or refused by the parsers of the verify door, and so is each of its parts', async () => {
  const seeds = listSeeds();
  expect(new Set(seeds.map(([kind = 0]) => kind % KINDS)).size).toBe(KINDS);
  for (const seed of seeds) {
    for (const length of [seed.length, seed.length - 1, seed.length >> 1])
      await expect(fuzz(seed.subarray(0, length))).resolves.toBeUndefined();
  }
});
