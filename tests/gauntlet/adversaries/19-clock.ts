import type { Adversary, Run } from '../adversary.ts';

const READ = { new: 'newest' } as const;

/** By a day: all goes on, as certificates and releases are valid. */
const day = (clockDays: number): Run => ({
  name: `${clockDays > 0 ? 'ahead' : 'behind'} by a day`,
  strike: { clockDays },
  plain: READ,
  worker: READ,
});

/** By a year: no certificate of any host is valid for the browser, and what is kept is all there is. */
const year = (clockDays: number, says: 'old' | 'unchecked'): Run => ({
  name: `${clockDays > 0 ? 'ahead' : 'behind'} by a year`,
  strike: { clockDays },
  plain: { known: 'nothing' },
  worker: { known: 'old' },
  says,
  recovers: true,
});

export default {
  number: 19,
  title: 'The reader’s clock is wrong',
  runs: [day(1), day(-1), year(366, 'old'), year(-366, 'unchecked')],
} satisfies Adversary;
