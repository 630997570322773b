import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/**
 * The moment that a command takes for now: TAMIZDAT_NOW (RFC 3339), or the machine's clock.
 * @returns milliseconds since 1970
 * @throws UsageError
 */
export function readNow(): number {
  const given = process.env['TAMIZDAT_NOW'];
  const now = given ? Date.parse(given) : Date.now();
  if (Number.isFinite(now)) return now;
  throw new UsageError(
    say({
      en: 'TAMIZDAT_NOW is not a time. Example: TAMIZDAT_NOW=2026-11-22T12:00:00Z',
      ru: 'TAMIZDAT_NOW — не время. Пример: TAMIZDAT_NOW=2026-11-22T12:00:00Z',
    }),
  );
}

/** The same as RFC 3339, as it was given. */
export function readNowText(): string {
  const now = readNow();
  const given = process.env['TAMIZDAT_NOW'];
  return given ? given : new Date(now).toISOString();
}
