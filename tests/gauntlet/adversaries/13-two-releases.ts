import { type Adversary, BLOCKED } from '../adversary.ts';
import { MIRRORS } from '../outlet/names.ts';

const first = MIRRORS[0] ?? '';
const BLOCKED_ORIGIN = { way: { kind: 'reset' } } as const;

export default {
  number: 13,
  title: 'Mirrors between two releases',
  runs: [
    {
      name: 'pages of two releases on all',
      strike: {
        origin: BLOCKED_ORIGIN,
        mirrors: { serves: { kind: 'two-releases', pages: 'former', rest: 'newest' } },
      },
      ...BLOCKED,
    },
    {
      name: 'a cache that lags on the first',
      strike: {
        origin: BLOCKED_ORIGIN,
        hosts: { [first]: { serves: { kind: 'lagging', head: 'former', rest: 'newest' } } },
      },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
