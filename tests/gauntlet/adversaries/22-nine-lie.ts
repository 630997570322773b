import { type Adversary, BLOCKED } from '../adversary.ts';
import { MIRRORS } from '../outlet/names.ts';

/** Four hosts a minute: the tenth is asked in the third. */
const PATIENCE_S = 200;

export default {
  number: 22,
  title: 'Ten mirrors, nine of which lie',
  runs: [
    {
      first: { release: 'former-of-ten' },
      since: 'newest-of-ten',
      strike: {
        origin: { way: { kind: 'reset' } },
        mirrors: { serves: { kind: 'altered-word', release: 'newest-of-ten' } },
        hosts: { [MIRRORS.at(-1) ?? '']: { serves: { kind: 'site', release: 'newest-of-ten' } } },
      },
      ...BLOCKED,
      patience: PATIENCE_S,
    },
  ],
} satisfies Adversary;
