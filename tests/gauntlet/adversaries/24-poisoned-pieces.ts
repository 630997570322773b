import { type Adversary, BLOCKED } from '../adversary.ts';
import { FREEZE_BYTES } from '../limits.ts';
import { MIRRORS } from '../outlet/names.ts';

/** Then files come in pieces, and a piece that was altered is told from the others. */
const FROZEN = { way: { kind: 'frozen', after: FREEZE_BYTES } } as const;

export default {
  number: 24,
  title: 'One mirror poisons pieces of files',
  runs: [
    {
      strike: {
        origin: { way: { kind: 'reset' } },
        hosts: { [MIRRORS[1] ?? '']: { serves: { kind: 'poisoned-pieces', release: 'newest' } } },
      },
      ...BLOCKED,
      pictures: true,
    },
    {
      name: 'and all freeze',
      protocol: 'http/1.1',
      strike: {
        origin: { way: { kind: 'reset' } },
        mirrors: FROZEN,
        hosts: {
          [MIRRORS[1] ?? '']: {
            ...FROZEN,
            serves: { kind: 'poisoned-pieces', release: 'newest' },
          },
        },
      },
      ...BLOCKED,
      pictures: true,
    },
  ],
} satisfies Adversary;
