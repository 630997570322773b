import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 7,
  title: 'A block page with status 200',
  runs: [{ strike: { origin: { serves: { kind: 'block-page', status: 200 } } }, ...BLOCKED }],
} satisfies Adversary;
