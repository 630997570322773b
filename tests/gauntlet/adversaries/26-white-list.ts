import { type Adversary, BLOCKED } from '../adversary.ts';
import { UNLISTED } from '../outlet/names.ts';

export default {
  number: 26,
  title: 'A white list: one host answers, that nobody listed; its address is pasted',
  runs: [
    {
      strike: {
        everyone: { way: { kind: 'silent' } },
        hosts: { [UNLISTED]: {} },
        pasted: UNLISTED,
      },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
