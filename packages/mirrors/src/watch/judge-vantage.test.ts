import { expect, test } from 'vitest';
import type { State } from './judge-mirror.ts';
import { judgeVantage } from './judge-vantage.ts';

test.each([
  [['good', 'good'], true, false, undefined],
  [['good', 'blocked'], false, false, undefined],
  [['stale', 'lying'], false, false, undefined],
  [['good', 'blocked'], true, true, 'every-name'],
  [['blocked', 'down', 'frozen'], false, false, 'nothing-opens'],
  [['blocked', 'down', 'frozen'], false, true, undefined],
  [['blocked'], true, true, 'every-name'],
] as [State[], boolean, boolean, string | undefined][])(
  'what %j says where every name answers: %s, and a control opens: %s',
  async (states, everyName, control, expected) => {
    expect(await judgeVantage(states, everyName, () => Promise.resolve(control))).toBe(expected);
  },
);
