import { localTime } from './local-time.ts';

const DAY = 86_400_000;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?$/;

/**
 * The offset, such as `+02:00`, that a wall clock’s time without one (`2026-11-22T09:30`) has in a zone.
 * Undefined where it is no such time, and where clocks showed it twice or never: then it has no one answer.
 */
export function offsetOf(text: string, timeZone: string): string | undefined {
  const [, day = '', time = ''] = LOCAL.exec(text) ?? [];
  const around = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(around)) return undefined;
  const wanted = `${day}T${time}`;
  const near = [around - DAY, around, around + DAY].map((at) =>
    localTime(at, timeZone).timestamp.slice(-6),
  );
  const right = [...new Set(near)].filter(
    (offset) =>
      localTime(Date.parse(`${wanted}:00${offset}`), timeZone).timestamp ===
      `${wanted}:00${offset}`,
  );
  return right.length === 1 ? right[0] : undefined;
}
