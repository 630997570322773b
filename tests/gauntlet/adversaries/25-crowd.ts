import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 25,
  title: 'A provider that goes silent for a minute after twelve connections within ten seconds',
  runs: [
    {
      strike: { origin: { way: { kind: 'reset' } }, provider: 'counts' },
      ...BLOCKED,
      pictures: true,
    },
  ],
} satisfies Adversary;
