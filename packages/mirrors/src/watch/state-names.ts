import type { InBoth } from '@tamizdat/problem';
import type { State } from './judge-mirror.ts';

/** What each state is called to people; programs are told the names themselves. */
export const STATE_NAMES: Readonly<Record<State, InBoth>> = {
  good: { en: 'good', ru: 'в порядке' },
  stale: { en: 'stale', ru: 'отстало' },
  frozen: { en: 'frozen', ru: 'застыло' },
  lying: { en: 'lying', ru: 'подменяет' },
  blocked: { en: 'blocked', ru: 'заблокировано' },
  down: { en: 'down', ru: 'не отвечает' },
};
