import { type Adversary, BLOCKED } from '../adversary.ts';
import { MIRRORS, MOVED } from '../outlet/names.ts';

/** Four hosts a minute: where the one with the head is drawn last, the new one is asked in the second. */
const PATIENCE_S = 100;

export default {
  number: 15,
  title: 'All listed mirrors without pages; one still serves a head, whose list names a new one',
  runs: [
    {
      since: 'moved',
      strike: {
        origin: { way: { kind: 'reset' } },
        mirrors: { serves: { kind: 'empty' } },
        hosts: {
          [MIRRORS[1] ?? '']: { serves: { kind: 'head-alone', release: 'moved' } },
          [MOVED]: { serves: { kind: 'site', release: 'moved' } },
        },
      },
      ...BLOCKED,
      patience: PATIENCE_S,
    },
  ],
} satisfies Adversary;
