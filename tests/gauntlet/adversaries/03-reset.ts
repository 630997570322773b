import { type Adversary, BLOCKED } from '../adversary.ts';

export default {
  number: 3,
  title: 'Reset after the hello of TLS',
  runs: [{ strike: { origin: { way: { kind: 'reset' } } }, ...BLOCKED }],
} satisfies Adversary;
