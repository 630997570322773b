import { type Adversary, BLOCKED } from '../adversary.ts';
import { baseOf, BLOCKER } from '../outlet/names.ts';

export default {
  number: 9,
  title: 'Redirected to a block page on another host',
  runs: [
    {
      strike: {
        origin: { serves: { kind: 'redirect', to: baseOf(BLOCKER) } },
        hosts: { [BLOCKER]: { serves: { kind: 'block-page', status: 200 } } },
      },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
