import type { Finding } from '../problem.ts';

/** What a finding says. */
export type Sentence = Pick<Finding, 'message' | 'remedy' | 'why' | 'example' | 'ru'>;
