import type { RenewalRules } from '../../src/addresses/index.ts';

/** How an outlet shows its addresses. */
export interface Strategy {
  name: string;
  /** Channels; the censor reads those that end with “!”. Readers are shared out among them. */
  channels: readonly string[];
  /** Domains at the beginning, each on a server of its own. */
  domains: number;
  /** Undefined where each domain has one name, and nothing is renewed by itself. */
  rules: RenewalRules | undefined;
}

const RULES: RenewalRules = { alive: 3, looks: 3, minutes: 30, daily: 4 };

/** Three ways to live through a month. Each Monday a person replaces one thing that is dead: a mirror, or a domain. */
export const STRATEGIES: readonly Strategy[] = [
  { name: 'fixed mirrors', channels: ['list!'], domains: 3, rules: undefined },
  { name: 'one domain, wildcard', channels: ['list!'], domains: 1, rules: RULES },
  {
    name: 'several domains, wildcard, channels apart',
    channels: ['list!', 'messenger!', 'letter'],
    domains: 4,
    rules: RULES,
  },
];
