import { type Adversary, BLOCKED } from '../adversary.ts';
import { MIRRORS } from '../outlet/names.ts';

export default {
  number: 11,
  title: 'The origin is reset, and the first mirror alters a word',
  runs: [
    {
      strike: {
        origin: { way: { kind: 'reset' } },
        hosts: { [MIRRORS[0] ?? '']: { serves: { kind: 'altered-word', release: 'newest' } } },
      },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
