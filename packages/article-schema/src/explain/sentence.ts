import type { Finding } from '@tamizdat/problem';

/** What a finding says. */
export type Sentence = Pick<Finding, 'message' | 'remedy' | 'why' | 'example' | 'ru'>;
