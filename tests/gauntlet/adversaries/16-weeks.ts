import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 16,
  title: 'Blocked for four weeks, with releases going on elsewhere',
  runs: [
    {
      first: { release: 'month-old', daysBehind: 28 },
      strike: { origin: { way: { kind: 'silent' } } },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
