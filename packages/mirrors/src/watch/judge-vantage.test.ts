import { expect, test } from 'vitest';
import type { State } from './judge-mirror.ts';
import { judgeVantage } from './judge-vantage.ts';

test.each([
  [['good', 'good'], true, false, undefined],
  [['good', 'blocked'], false, true, undefined],
  [['stale', 'lying'], false, true, undefined],
  [['good', 'good'], false, false, undefined],
  // It broke partway: what opened at first opens no more.
  [['good', 'blocked'], false, false, 'nothing-opens'],
  [['good', 'blocked'], true, true, 'every-name'],
  [['blocked', 'down', 'frozen'], false, false, 'nothing-opens'],
  [['blocked', 'down', 'frozen'], false, true, undefined],
  [['blocked'], true, true, 'every-name'],
] as [State[], boolean, boolean, string | undefined][])(
  'what %j says where every name answers: %s, and anything opens still: %s',
  async (states, everyName, control, expected) => {
    expect(await judgeVantage(states, everyName, () => Promise.resolve(control))).toBe(expected);
  },
);
