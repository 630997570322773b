const DAY = 86_400_000;

/** `yyyy-mm-ddThh:mm:ss` of an instant (milliseconds since 1970) in a zone: Swedish writes times as ISO 8601 does. */
function wallClock(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-u-ca-gregory-nu-latn-hc-h23', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(instant).replace(' ', 'T');
}

/** The day, `yyyy-mm-dd`, of an instant in a zone, by its IANA name. */
export function dayIn(instant: number, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, 10);
}

/** What a clock on the wall in a zone shows at a timestamp: `yyyy-mm-ddThh:mm`; empty where it is none. */
export function wallTime(timestamp: string, timeZone: string): string {
  const instant = Date.parse(timestamp);
  return Number.isNaN(instant) ? '' : wallClock(instant, timeZone).slice(0, 16);
}

/**
 * The timestamp (RFC 3339, with the zone’s offset) of a wall clock’s time, `yyyy-mm-ddThh:mm`. Of a time that
 * clocks show twice it is the first, of one they skip the hour after; empty where it is no time.
 */
export function timestampOf(wall: string, timeZone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return '';
  const around = Date.parse(`${wall}:00Z`);
  if (Number.isNaN(around)) return '';
  const ahead = (instant: number) => Date.parse(`${wallClock(instant, timeZone)}Z`) - instant;
  // A zone's clocks change at most once in two days.
  const [early = 0, late = 0] = [-DAY, DAY].map((away) => around - ahead(around + away));
  const instant = wallClock(early, timeZone).startsWith(wall) ? early : late;
  const shown = wallClock(instant, timeZone).startsWith(wall) ? instant : early;
  return `${wallClock(shown, timeZone)}${offsetText(ahead(shown))}`;
}

function offsetText(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
