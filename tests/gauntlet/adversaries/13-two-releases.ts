import { type Adversary, BLOCKED } from '../adversary.ts';

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
      name: 'a cache that lags, asked first',
      strike: {
        origin: BLOCKED_ORIGIN,
        drawn: { serves: { kind: 'lagging', head: 'former', rest: 'newest' } },
      },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
