import type { InBoth } from '@tamizdat/problem';
import type { Facts } from './facts/facts.ts';
import type { Finding } from './finding.ts';

/** Something that is asked of an outlet. */
export interface Question {
  /** Permanent name, for programs. */
  id: string;
  /** What it is about, as the heading of a line. */
  name: InBoth;
  /** Looks, and judges. What it throws is told as not to be seen. */
  look: (facts: Facts) => Promise<Finding[]>;
}
