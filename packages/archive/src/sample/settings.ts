import { type FieldPath, fieldName } from '@tamizdat/problem';
import { compact } from './plain-text.ts';

/** A single value of a YAML file, with the way to it. */
export interface Setting {
  path: FieldPath;
  field: string;
  value: string;
}

/** All texts and numbers of a file's plain data. */
export function settingsOf(data: unknown, path: FieldPath = []): Setting[] {
  if (typeof data === 'string' || typeof data === 'number')
    return [{ path, field: fieldName(path), value: String(data) }];
  if (Array.isArray(data))
    return data.flatMap((entry: unknown, at) => settingsOf(entry, [...path, at]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, entry]) => settingsOf(entry, [...path, key]));
}

/** A setting as it is compared. The holder of an account may have a name that is a common word. */
export const keyedSetting = ({ path, value }: Setting): string =>
  path.at(-1) === 'holder' ? `holder: ${compact(value)}` : compact(value);
