/** A moment as a wall clock in a zone shows it; handed in by whoever knows zones. Throws RangeError. */
export type LocalTime = (instant: number, timeZone: string) => { day: string; timestamp: string };

const WITH_ZONE =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/i;
const WITHOUT_ZONE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/**
 * The moment of a date of a source, in milliseconds since 1970; undefined for one that is none, such as `0000-00-00`.
 * @param zone Of a date that names none.
 */
export function readTime(text: string, zone: string, localTime: LocalTime): number | undefined {
  const given = text.trim();
  const zoned = WITH_ZONE.exec(given);
  if (zoned !== null) {
    const offset = (zoned[7] ?? 'Z').toUpperCase();
    return minuteOf(zoned, offset === 'Z' ? 0 : offsetOf(offset));
  }
  const plain = WITHOUT_ZONE.exec(given);
  const wall = plain === null ? undefined : minuteOf(plain, 0);
  if (wall === undefined) return undefined;
  // The offset is that of the moment itself; at the clocks' change the second look is right.
  const first = wall - aheadOf(wall, zone, localTime);
  return wall - aheadOf(first, zone, localTime);
}

function minuteOf(parts: RegExpExecArray, ahead: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part || 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(at);
  const isReal =
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    year >= 1000 &&
    hour < 24 &&
    minute < 60;
  return isReal ? at - ahead : undefined;
}

function offsetOf(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function aheadOf(instant: number, zone: string, localTime: LocalTime): number {
  return offsetOf(localTime(instant, zone).timestamp.slice(-6));
}
