import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 2,
  title: 'The origin’s connections are refused',
  runs: [{ strike: { origin: { way: { kind: 'refused' } } }, ...BLOCKED }],
} satisfies Adversary;
