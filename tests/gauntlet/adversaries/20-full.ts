import type { Adversary } from '../adversary.ts';

export default {
  number: 20,
  title: 'The reader’s storage is full, and the origin is reset',
  // What is kept, and not what cannot be kept: then the reader is told that there may be something newer.
  runs: [
    {
      strike: { origin: { way: { kind: 'reset' } }, storage: 'full' },
      plain: { known: 'nothing' },
      worker: { known: 'old' },
      says: 'unchecked',
      recovers: true,
    },
  ],
} satisfies Adversary;
