import { forbiddenCharacters, forbiddenFinding } from '../characters/forbidden.ts';
import { fieldName, type FieldPath, type Finding } from '../problem.ts';

/** Plain data with every string in Unicode normalisation form C, field names included. */
export function normaliseStrings(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normaliseStrings);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key.normalize('NFC'), normaliseStrings(inner)] as const,
  );
  return Object.fromEntries(entries);
}

/** Forbidden characters that YAML escapes (`"\u202E"`) put into values. */
export function findEscaped(value: unknown, path: FieldPath = []): Finding[] {
  if (typeof value === 'string') {
    const [character] = forbiddenCharacters(value);
    if (character === undefined) return [];
    return [{ ...forbiddenFinding(character), path, ...where(path) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => findEscaped(inner, [...path, key]));
}

function where(path: FieldPath): Pick<Finding, 'why'> {
  return { why: `It stands in “${fieldName(path)}” as a YAML escape.` };
}
