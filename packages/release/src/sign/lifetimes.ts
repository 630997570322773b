import type { FileRole } from '@tamizdat/verify';

/** Days from signing to expiry (SPEC 6.6). */
const LIFETIME_DAYS: Record<FileRole, number> = {
  root: 730,
  targets: 365,
  addresses: 365,
  snapshot: 365,
  timestamp: 7,
};

const DAY_MS = 86_400_000;

/** When what expires then was signed, milliseconds since 1970 both. */
export const signedAt = (role: FileRole, expires: number): number =>
  expires - LIFETIME_DAYS[role] * DAY_MS;

/** When what is signed now expires. `now` in milliseconds since 1970; the rest of a second is dropped. */
export function formatExpiry(role: FileRole, now: number): string {
  return formatTime(now + LIFETIME_DAYS[role] * DAY_MS);
}

/** SPEC 1.4. */
export function formatTime(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
