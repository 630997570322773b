/** RFC 3339: nothing is yet to come. */
export const END_OF_TIME = '9999-12-31T00:00:00Z';

/**
 * Milliseconds since the epoch of an RFC 3339 date-time with an offset.
 * @throws RangeError when the text names no instant.
 */
export function instantOf(timestamp: string): number {
  const instant = Date.parse(timestamp);
  if (Number.isNaN(instant)) throw new RangeError(`not an RFC 3339 date-time: ${timestamp}`);
  return instant;
}

/** RFC 3339 in UTC to the second, the form the clock is handed on in. */
export function timestampOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
