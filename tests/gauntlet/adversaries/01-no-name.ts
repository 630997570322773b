import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 1,
  title: 'The origin’s name does not resolve',
  runs: [{ strike: { origin: { way: { kind: 'no-name' } } }, ...BLOCKED }],
} satisfies Adversary;
