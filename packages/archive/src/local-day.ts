/** `yyyy-mm-dd` of an instant (milliseconds) in a zone, by its IANA name. */
export function localDay(instant: number, timeZone: string): string {
  return formatIn(instant, timeZone).slice(0, 10);
}

/** `yyyy-mm-dd hh:mm` of an instant (milliseconds) in a zone. */
export function localMinute(instant: number, timeZone: string): string {
  return formatIn(instant, timeZone).slice(0, 16);
}

/** The instant (milliseconds) at which the day after `day` (`yyyy-mm-dd`) begins in a zone. */
export function startOfNextDay(day: string, timeZone: string): number {
  const midnight = Date.parse(day) + 86_400_000;
  // The offset at the day's begin is not known before the begin is: the second try has it.
  const near = midnight - offsetAt(midnight, timeZone);
  return midnight - offsetAt(near, timeZone);
}

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${formatIn(instant, timeZone).replace(' ', 'T')}Z`) - instant;
}

/** `yyyy-mm-dd hh:mm:ss`: Swedish writes times as ISO 8601 does. */
function formatIn(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-u-ca-gregory-nu-latn-hc-h23', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
}
