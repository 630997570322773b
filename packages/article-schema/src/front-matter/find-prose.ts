import { findExcess } from '../yaml/excess.ts';
import { KEY } from '../yaml/line-repairs.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';

/** A line that begins a field, goes on with one, or parts them. */
const OF_FIELDS = new RegExp(`^(?:$|[ \\t#\\]}]|-(?:[ \\t]|$)|${KEY} *[:\uFF1A])`, 'u');
/** A field as all records have them; sentences begin otherwise. */
const FIELD = /^[a-z][A-Za-z]*:(?:\s|$)/;
const isEmpty = (line: string): boolean => line.trim() === '';

/**
 * Where front matter that is not closed turns into text, as a 0-based line: the first line that is no
 * field and below which none stands. Undefined where it may be a field written wrongly.
 */
export function findProse(yaml: string): number | undefined {
  const lines = yaml.split('\n');
  const at = lines.findIndex((line) => !OF_FIELDS.test(line));
  if (at === -1 || /^[[{]/.test(lines[0] ?? '')) return undefined;
  const below = lines.slice(at + 1);
  if (below.some((line) => FIELD.test(line))) return undefined;
  // Paragraphs stand apart: an empty line above, or one below with more after it.
  const gap = below.findIndex(isEmpty);
  const apart = isEmpty(lines[at - 1] ?? '-') || (gap !== -1 && !below.slice(gap).every(isEmpty));
  return apart && findExcess(yaml) === undefined && parseYaml(yaml).errors.length > 0
    ? at
    : undefined;
}
