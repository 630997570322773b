import type { JsonObject, JsonValue } from './json/canonical-json.ts';
import { ReleaseError, type ReleaseErrorCode } from './release-error.ts';

/** Takes members out of untrusted JSON and refuses those of another type. */
export interface Shape {
  (holds: boolean, found: string): asserts holds;
}

/** @returns what throws a ReleaseError with this code where a condition does not hold */
export function startShape(code: ReleaseErrorCode, at: string): Shape {
  return (holds, found) => {
    if (!holds) throw new ReleaseError(code, { at, found });
  };
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether this is a number that counts from `least` (the JSON parser has refused fractions and signs). */
export function isCount(value: JsonValue | undefined, least: number): value is number {
  return typeof value === 'number' && value >= least;
}

export function isHash(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

/**
 * Reads a time (SPEC 1.4).
 * @returns milliseconds since 1970; NaN for what is not a time
 */
export function parseTime(value: JsonValue | undefined): number {
  if (typeof value !== 'string' || !/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z$/.test(value)) return NaN;
  const time = Date.parse(value);
  const isReal = time === time && new Date(time).toISOString() === value.replace('Z', '.000Z');
  return isReal ? time : NaN;
}
