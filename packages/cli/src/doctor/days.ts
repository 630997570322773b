export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** Whole days from now until a time, below 0 where it is past. Milliseconds since 1970 both. */
export const daysUntil = (time: number, now: number): number => Math.floor((time - now) / DAY_MS);

/** A day as people write it in any language: 2026-11-22. @param time Milliseconds since 1970. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
