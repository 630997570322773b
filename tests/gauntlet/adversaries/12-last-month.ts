import { type Adversary, BLOCKED } from '../adversary.ts';
import { MIRRORS } from '../outlet/names.ts';

export default {
  number: 12,
  title: 'The origin is reset, and the first mirror serves last month for ever',
  runs: [
    {
      strike: {
        origin: { way: { kind: 'reset' } },
        hosts: { [MIRRORS[0] ?? '']: { serves: { kind: 'site', release: 'month-old' } } },
      },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
