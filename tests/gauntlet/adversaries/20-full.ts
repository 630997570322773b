import type { Adversary } from '../adversary.ts';

export default {
  number: 20,
  title: 'The reader’s storage is full, and the origin is reset',
  runs: [
    {
      strike: { origin: { way: { kind: 'reset' } }, storage: 'full' },
      plain: { known: 'nothing' },
      worker: { known: 'newest' },
      recovers: true,
    },
  ],
} satisfies Adversary;
