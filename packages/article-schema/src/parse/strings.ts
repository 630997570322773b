import { composeField } from '@tamizdat/body';
import { firstHidden, forbiddenFinding } from '../characters/forbidden.ts';
import { fieldName, type FieldPath, type Finding } from '@tamizdat/problem';

/** Plain data with every string in Unicode normalisation form C but for addresses, field names included. */
export function normaliseStrings(value: unknown): unknown {
  if (typeof value === 'string') return composeField(value);
  if (Array.isArray(value)) return value.map(normaliseStrings);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key.normalize('NFC'), normaliseStrings(inner)] as const,
  );
  return Object.fromEntries(entries);
}

/** Forbidden characters that YAML escapes (`"\u202E"`) put into values and field names. */
export function findEscaped(value: unknown, path: FieldPath = []): Finding[] {
  if (typeof value === 'string') return escapedIn(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner, at) => findEscaped(inner, [...path, at]));
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const named = escapedIn(key, here).map((finding) => ({ ...finding, at: 'key' as const }));
    return [...named, ...findEscaped(inner, here)];
  });
}

function escapedIn(text: string, path: FieldPath): Finding[] {
  const found = firstHidden(text);
  if (found === undefined) return [];
  const finding = forbiddenFinding(found.character);
  // Half a character cannot stand there otherwise, and why it must not is the news.
  if (finding.code === 'character-surrogate') return [{ ...finding, path }];
  const field = fieldName(path);
  const why = `It stands in “${field}” as a YAML escape.`;
  const ru = { ...finding.ru, why: `Он записан в «${field}» кодом YAML.` };
  return [{ ...finding, path, why, ru }];
}
