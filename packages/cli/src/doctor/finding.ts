import type { InBoth } from '@tamizdat/problem';

/** How something stands: as it should, not there, begun and not ended, or not to be learned from this machine. */
export type FindingState = 'good' | 'missing' | 'half' | 'unseen';

/** Whether it hurts already, or will. */
export type Urgency = 'now' | 'soon';

/** What one question found. */
export interface Finding {
  /** Permanent name, kebab-case. */
  code: string;
  state: FindingState;
  /** Of what is to be done alone. */
  when?: Urgency;
  text: InBoth;
  /** Lines for a shell that mend it, in their order. */
  commands: string[];
}

export const good = (code: string, text: InBoth): Finding => ({
  ...{ code, state: 'good', text, commands: [] },
});

export const missing = (
  code: string,
  when: Urgency,
  text: InBoth,
  ...commands: string[]
): Finding => ({ code, state: 'missing', when, text, commands });

export const half = (
  code: string,
  when: Urgency,
  text: InBoth,
  ...commands: string[]
): Finding => ({ code, state: 'half', when, text, commands });

export const unseen = (code: string, text: InBoth, ...commands: string[]): Finding => ({
  ...{ code, state: 'unseen', text, commands },
});
