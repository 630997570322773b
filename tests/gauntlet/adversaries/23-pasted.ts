import { type Adversary, BLOCKED } from '../adversary.ts';
import { UNLISTED } from '../outlet/names.ts';

export default {
  number: 23,
  title: 'All known mirrors are dead, and an address is pasted by hand',
  runs: [
    {
      strike: {
        origin: { way: { kind: 'reset' } },
        mirrors: { way: { kind: 'refused' } },
        pasted: UNLISTED,
      },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
