import { type Adversary, type Run } from '../adversary.ts';

type Script = 'left' | 'missing' | 'clear-site-data' | 'altered';

/** What the worker shows as long as the browser has its script. */
const GENUINE = { new: 'newest', known: 'newest' } as const;

const run = (script: Script, name: string, more: Partial<Run> = {}): Run => ({
  name: `the worker’s script ${name}`,
  strike: { origin: { serves: { kind: 'seized', release: 'newest', script } } },
  plain: { new: 'forged', known: 'forged' },
  worker: GENUINE,
  ...more,
});

/** A browser takes the script for a day from what it keeps; then from the host, beside the first page that is opened. */
export default {
  number: 17,
  title: 'The origin is seized: another site under its name',
  runs: [
    run('left', 'left'),
    run('missing', 'missing', { takesScript: true }),
    run('clear-site-data', 'left, Clear-Site-Data'),
    run('altered', 'altered within a day', {
      sameDay: true,
      takesScript: true,
      // What the browser itself keeps of the former one.
      plain: { new: 'forged', known: 'old' },
    }),
    run('altered', 'altered after a day', {
      takesScript: true,
      worker: { new: 'newest', known: 'forged' },
    }),
  ],
} satisfies Adversary;
