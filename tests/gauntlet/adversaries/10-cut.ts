import type { Adversary } from '../adversary.ts';

export default {
  number: 10,
  title: 'Half of every body, with a right status and length',
  runs: [
    {
      strike: { origin: { serves: { kind: 'cut', release: 'newest' } } },
      plain: { new: 'forged', known: 'forged' },
      worker: { new: 'newest', known: 'newest' },
    },
  ],
} satisfies Adversary;
