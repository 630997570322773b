import type { Adversary } from '../adversary.ts';

export default {
  number: 17,
  title: 'The origin is seized: another site under its name',
  runs: (['left', 'missing', 'clear-site-data', 'altered'] as const).map((script) => ({
    name: `the worker’s script ${script === 'clear-site-data' ? 'left, Clear-Site-Data' : script}`,
    strike: { origin: { serves: { kind: 'seized', release: 'newest', script } } },
    plain: { new: 'forged', known: 'forged' },
    worker: { new: 'newest', known: 'newest' },
  })),
} satisfies Adversary;
