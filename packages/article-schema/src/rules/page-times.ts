import type { Finding } from '@tamizdat/problem';
import type { Appeal } from '../schema/appeal.ts';
import type { Front } from '../schema/front.ts';
import { earlierThanWeb } from './early-rule.ts';
import { futureFindings, type Named, UPDATE } from './future-rule.ts';
import { instantOf } from './instant.ts';

/** When a fixed page changed, which is always there: neither before there were sites nor after `now` (RFC 3339). */
export function pageTimes(updatedAt: string | undefined, now: string | undefined): Finding[] {
  const named: Named = [updatedAt, ['updatedAt'], UPDATE];
  const future = now === undefined ? [] : futureFindings(named, now, instantOf(now));
  return [...earlierThanWeb(named), ...future];
}

/** From when until when readers are asked: these may be to come. */
export const appealTimes = ({ from, until }: Partial<Appeal>): Finding[] =>
  earlierThanWeb([from, ['from'], { en: 'beginning', ru: 'начало' }], [until, ['until'], UNTIL]);

/** Until when articles keep their place. */
export const frontTimes = ({ lead, secondRank }: Partial<Front>): Finding[] =>
  earlierThanWeb(
    [lead?.until, ['lead', 'until'], UNTIL],
    ...(secondRank ?? []).map(({ until }, index): Named => [
      until,
      ['secondRank', index, 'until'],
      UNTIL,
    ]),
  );

const UNTIL = { en: 'end', ru: 'конец' };
