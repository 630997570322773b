import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 8,
  title: 'A block page with a status of its own',
  runs: ([403, 451] as const).map((status) => ({
    name: String(status),
    strike: { origin: { serves: { kind: 'block-page', status } } },
    ...BLOCKED,
  })),
} satisfies Adversary;
