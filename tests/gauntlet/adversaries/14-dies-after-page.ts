import { type Adversary, BLOCKED } from '../adversary.ts';
import { MIRRORS } from '../outlet/names.ts';

export default {
  number: 14,
  title: 'The first mirror dies between page and pictures',
  runs: [
    {
      strike: {
        origin: { way: { kind: 'reset' } },
        hosts: { [MIRRORS[0] ?? '']: { serves: { kind: 'dies-after-page', release: 'newest' } } },
      },
      ...BLOCKED,
      pictures: true,
    },
  ],
} satisfies Adversary;
