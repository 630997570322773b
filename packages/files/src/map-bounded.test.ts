import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapBounded } from './map-bounded.ts';

test('gives results in the order of the items, with no more at once than allowed', async () => {
  let [running, most] = [0, 0];
  const results = await mapBounded([30, 5, 20, 1, 10], 2, async (ms, index, hand) => {
    most = Math.max(most, ++running);
    await wait(ms);
    running--;
    expect(hand).toBeLessThan(2);
    return `${index}: ${ms}`;
  });
  expect(results).toEqual(['0: 30', '1: 5', '2: 20', '3: 1', '4: 10']);
  expect(most).toBe(2);
});

test('the first error ends it, when what is under way has ended', async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const work = async (item: number): Promise<void> => {
    begun.push(item);
    await wait(item);
    if (item === 1) throw new Error('one');
    ended.push(item);
  };
  await expect(mapBounded([20, 1, 2, 3], 2, work)).rejects.toThrow('one');
  expect(begun).toEqual([20, 1]);
  expect(ended).toEqual([20]);
});

test('nothing to do is done', async () => {
  await expect(mapBounded([], 4, () => Promise.reject(new Error('asked')))).resolves.toEqual([]);
});
