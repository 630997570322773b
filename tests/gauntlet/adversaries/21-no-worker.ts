import type { Adversary } from '../adversary.ts';
import { MIRRORS } from '../outlet/names.ts';

/** Whoever knows a mirror's address reads there, with or without scripts. */
export default {
  number: 21,
  title: 'No service worker: the origin is silent, a mirror is opened by hand',
  runs: [
    {
      strike: {
        origin: { way: { kind: 'silent' } },
        workers: 'none',
        at: MIRRORS[0] ?? '',
      },
      plain: { new: 'newest' },
      worker: { new: 'newest' },
    },
  ],
} satisfies Adversary;
