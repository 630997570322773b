import { MAX_JSON_DEPTH } from '../limits.ts';
import { ReleaseError } from '../release-error.ts';

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

/**
 * Writes a value in canonical form (SPEC, section 3).
 * @throws ReleaseError `not-canonical` for what has no such form: fractions, control characters, too deep a value.
 */
export function canonicalize(value: unknown, depth = 0): string {
  if (depth > MAX_JSON_DEPTH) throw new ReleaseError('not-canonical', { found: 'too deep' });
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value);
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalize(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw new ReleaseError('not-canonical', { found: typeof value });
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, item]) => `${quote(name)}:${canonicalize(item, depth + 1)}`).join(',')}}`;
}

/** The control characters that JSON wants escaped and canonical JSON does not escape. */

const CONTROLS = /[\0-\x1f]/;

function quote(text: string): string {
  if (CONTROLS.test(text) || !text.isWellFormed())
    throw new ReleaseError('not-canonical', { found: JSON.stringify(text) });
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}

/**
 * Reads canonical JSON. Comparing with what the value is written as refuses duplicate names, fractions, white space,
 * escapes and all other second ways of writing a value at once.
 * @throws ReleaseError `not-canonical`
 */
export function parseCanonical(bytes: Uint8Array, at: string): JsonValue {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as JsonValue;
    if (canonicalize(value) === text) return value;
  } catch {
    // Whichever of the three refused it: the bytes are not canonical.
  }
  throw new ReleaseError('not-canonical', { at });
}

export function encodeCanonical(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalize(value));
}
