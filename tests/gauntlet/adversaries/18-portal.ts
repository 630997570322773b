import type { Adversary, Run } from '../adversary.ts';
import { baseOf, BLOCKER } from '../outlet/names.ts';

const RUN = {
  plain: { known: 'nothing' },
  worker: { known: 'old' },
  says: 'unchecked',
  recovers: true,
} as const satisfies Partial<Run>;

export default {
  number: 18,
  title: 'A captive portal before every host',
  runs: [
    {
      ...RUN,
      name: 'redirects',
      strike: {
        everyone: { serves: { kind: 'redirect', to: baseOf(BLOCKER) } },
        hosts: { [BLOCKER]: { serves: { kind: 'block-page', status: 200 } } },
      },
    },
    { ...RUN, name: '511', strike: { everyone: { serves: { kind: 'block-page', status: 511 } } } },
  ],
} satisfies Adversary;
