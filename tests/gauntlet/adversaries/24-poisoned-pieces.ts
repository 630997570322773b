import { type Adversary, BLOCKED } from '../adversary.ts';
import { MIRRORS } from '../outlet/names.ts';

export default {
  number: 24,
  title: 'One mirror poisons pieces of files',
  runs: [
    {
      strike: {
        origin: { way: { kind: 'reset' } },
        hosts: { [MIRRORS[1] ?? '']: { serves: { kind: 'poisoned-pieces', release: 'newest' } } },
      },
      ...BLOCKED,
      pictures: true,
    },
  ],
} satisfies Adversary;
