import { statSync } from 'node:fs';
import { signedAt } from '@tamizdat/release';
import { shipRecordOf } from '../../ship/ship-record.ts';
import { dayOf, HOUR_MS } from '../days.ts';
import { type Finding, good, half, missing } from '../finding.ts';
import { DAILY_HOURS } from '../limits.ts';
import type { commandsOf } from '../place.ts';
import type { Question } from '../question.ts';
import { listExpired } from './expiry.ts';

/** Whether what has to be done again and again is done. */
export const timers: Question = {
  id: 'timers',
  name: { en: 'Timers', ru: 'Таймеры' },
  look: async ({ place, release, commands }) => {
    const own = await release();
    if (own === undefined) return [];
    const { history, state, now } = place;
    const lastOf = (files: string[]): number | undefined => {
      const times = files.flatMap(
        (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? [],
      );
      return times.length === 0 ? undefined : Math.max(...times);
    };
    const ran = {
      refreshed: signedAt('timestamp', own.expires.timestamp),
      shipped: lastOf([shipRecordOf(state)]),
      // What was written last may stand in the database’s journal yet.
      watched: lastOf([history, `${history}-wal`]),
    };
    const told = judgeTimers(ran, now, commands);
    // Of a signature that is past its time the question about the release tells, with the same command or a better one.
    const isPast = listExpired(own.expires, now).length > 0;
    return told.filter(({ code }) => !(isPast && code === 'refresh-late'));
  },
};

/** When each was last seen to have run, milliseconds since 1970. */
export interface Ran {
  refreshed: number;
  shipped: number | undefined;
  watched: number | undefined;
}

const WHERE = {
  en: 'Timers lie ready in docs/hosting (docs/outlet/every-day.en.md).',
  ru: 'Готовые таймеры лежат в docs/hosting (docs/outlet/every-day.ru.md).',
};

/** Judges by what each run leaves: a run of `ship` that has nothing to do leaves nothing. */
export function judgeTimers(
  { refreshed, shipped, watched }: Ran,
  now: number,
  { refresh, watch, ship }: ReturnType<typeof commandsOf>,
): Finding[] {
  const isLate = (time: number): boolean => now - time > DAILY_HOURS * HOUR_MS;
  const found: Finding[] = [];
  if (isLate(refreshed))
    found.push(
      half(
        'refresh-late',
        'soon',
        {
          en: `That the release is the newest was last signed on ${dayOf(refreshed)}: no timer does it daily. ${WHERE.en}`,
          ru: `То, что выпуск новейший, последний раз подписано ${dayOf(refreshed)}: ежедневного таймера нет. ${WHERE.ru}`,
        },
        refresh,
        ship,
      ),
    );
  if (watched === undefined)
    found.push(
      missing(
        'never-watched',
        'soon',
        {
          en: `Nobody watches the mirrors from here. ${WHERE.en}`,
          ru: `Отсюда никто не следит за зеркалами. ${WHERE.ru}`,
        },
        watch,
      ),
    );
  else if (isLate(watched))
    found.push(
      half(
        'watch-late',
        'soon',
        {
          en: `The mirrors were last watched on ${dayOf(watched)}. ${WHERE.en}`,
          ru: `За зеркалами последний раз следили ${dayOf(watched)}. ${WHERE.ru}`,
        },
        watch,
      ),
    );
  const last = shipped === undefined ? '–' : dayOf(shipped);
  return [
    ...(found.length === 0
      ? [
          good('timers', {
            en: `refresh and watch ran within a day and a half; ship last had work on ${last}`,
            ru: `refresh и watch запускались за последние полтора дня; ship последний раз работал ${last}`,
          }),
        ]
      : []),
    ...found,
  ];
}
