import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 4,
  title: 'Silence: accepted, never answered',
  runs: [{ strike: { origin: { way: { kind: 'silent' } } }, ...BLOCKED }],
} satisfies Adversary;
