/** A moment as a wall clock shows it. */
export interface LocalTime {
  /** `yyyy-mm-dd`. */
  day: string;
  /** RFC 3339 with the zone’s offset, to the minute: `2026-11-22T09:30:00+02:00`. */
  timestamp: string;
}

/** A moment (milliseconds since 1970) in a zone, by its IANA name; seconds are cut off. Throws RangeError. */
export function localTime(instant: number, timeZone: string): LocalTime {
  const minute = Math.floor(instant / 60_000) * 60_000;
  const shown = wallClock(minute, timeZone);
  const ahead = Math.round((Date.parse(`${shown}Z`) - minute) / 60_000);
  return { day: shown.slice(0, 10), timestamp: `${shown}${offset(ahead)}` };
}

/** `yyyy-mm-ddThh:mm:ss`: Swedish writes times as ISO 8601 does. */
function wallClock(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-u-ca-gregory-nu-latn-hc-h23', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(instant).replace(' ', 'T');
}

function offset(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
