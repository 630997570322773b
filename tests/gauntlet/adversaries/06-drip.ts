import { type Adversary, BLOCKED } from '../adversary.ts';
import { DRIP_BYTES_A_SECOND } from '../limits.ts';

export default {
  number: 6,
  title: 'The origin drips, 300 bytes a second',
  runs: [
    {
      strike: { origin: { way: { kind: 'dripping', bytesASecond: DRIP_BYTES_A_SECOND } } },
      ...BLOCKED,
    },
  ],
} satisfies Adversary;
