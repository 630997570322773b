import { type FileRole, type Role, ROLES } from '@tamizdat/verify';
import { DAY_MS, daysUntil } from '../days.ts';
import type { OwnRelease } from '../facts/own-release.ts';
import { type Finding, good, half } from '../finding.ts';
import { ROOT_SOON_DAYS, SIGNED_SOON_DAYS, TIMESTAMP_NOW_DAYS } from '../limits.ts';
import type { commandsOf } from '../place.ts';

type Commands = ReturnType<typeof commandsOf>;

/** Roles of which what they signed is past its time. @param now Milliseconds since 1970. */
export const listExpired = (expires: OwnRelease['expires'], now: number): Role[] =>
  ROLES.filter((role) => expires[role] <= now);

/**
 * Leaves out what is mended with what stands before it: a new root asks for a new release, a release signs all below it
 * anew, and targets and snapshot are signed together.
 */
function keepCauses<Row extends { role: FileRole }>(rows: Row[], expired: readonly Role[]): Row[] {
  if (expired.includes('root')) return rows.filter(({ role }) => role === 'root');
  const isPast = expired.includes('targets') || expired.includes('snapshot');
  const hasTargets = rows.some(({ role }) => role === 'targets');
  return rows.filter(
    ({ role }) => !(role === 'timestamp' && isPast) && !(role === 'snapshot' && hasTargets),
  );
}

/** @param expires Milliseconds since 1970. */
export function judgeExpiry(
  expires: OwnRelease['expires'],
  now: number,
  { rotate, release: sign, refresh, signList, ship }: Commands,
): Finding[] {
  const rows = [
    { role: 'root', soon: ROOT_SOON_DAYS, urgent: SIGNED_SOON_DAYS, commands: [rotate, ship] },
    { role: 'targets', soon: SIGNED_SOON_DAYS, urgent: TIMESTAMP_NOW_DAYS, commands: [sign, ship] },
    {
      role: 'snapshot',
      soon: SIGNED_SOON_DAYS,
      urgent: TIMESTAMP_NOW_DAYS,
      commands: [sign, ship],
    },
    {
      role: 'addresses',
      soon: SIGNED_SOON_DAYS,
      urgent: TIMESTAMP_NOW_DAYS,
      commands: [signList, ship],
    },
    {
      role: 'timestamp',
      soon: TIMESTAMP_NOW_DAYS,
      urgent: TIMESTAMP_NOW_DAYS,
      commands: [refresh, ship],
    },
  ] as const;
  const short = keepCauses(
    rows.filter(({ role, soon }) => (expires[role] ?? Infinity) - now < soon * DAY_MS),
    listExpired(expires, now),
  );
  const lasting = Math.min(...Object.values(expires).map((time) => daysUntil(time, now)));
  if (short.length === 0)
    return [
      good('expiry', {
        en: `valid, days left: ${lasting}`,
        ru: `действует, осталось дней: ${lasting}`,
      }),
    ];
  return short.map(({ role, urgent, commands }) => {
    const end = expires[role] ?? Infinity;
    const days = daysUntil(end, now);
    const when = end - now < urgent * DAY_MS ? 'now' : 'soon';
    return half(
      `${role}-expires`,
      when,
      days < 0
        ? {
            en: `What ${role} signed is past its time: readers’ programs say that the site may be out of date.`,
            ru: `Срок подписи ${role} вышел: программы читателей говорят, что сайт может быть устаревшим.`,
          }
        : {
            en: `What ${role} signed runs out, days left: ${days}.`,
            ru: `Срок подписи ${role} кончается, осталось дней: ${days}.`,
          },
      ...commands,
    );
  });
}
