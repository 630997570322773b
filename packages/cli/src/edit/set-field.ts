import { isMap, isScalar } from 'yaml';
import type { Replacement } from './replacement.ts';
import { lineAfter, openYaml, yamlText } from './yaml-document.ts';

/** A field of the front matter and the text that it is to have. */
export interface FieldChange {
  name: string;
  value: string;
  /** The field below which it goes where it is missing; the end where absent or missing too. */
  below?: string;
  newline: string;
}

/**
 * What gives a field of a YAML text a new value, everything else left as it is written. Undefined
 * where the text is no block of fields, or the field holds more than a word.
 */
export function setField(yaml: string, change: FieldChange): Replacement | undefined {
  const { contents } = openYaml(yaml);
  if (!isMap(contents) || contents.flow === true) return undefined;
  const find = (name: string | undefined) =>
    contents.items.find(({ key }) => isScalar(key) && key.value === name);
  const line = yamlText({ [change.name]: change.value }, 0, change.newline);
  const found = find(change.name);
  if (found === undefined) {
    const above = find(change.below)?.value;
    const end = isScalar(above) ? above.range?.[1] : undefined;
    const place = end === undefined ? yaml.length : lineAfter(yaml, end);
    return { start: place, end: place, text: line };
  }
  if (!isScalar(found.key) || !isScalar(found.value)) return undefined;
  const [start = 0, end = 0] = found.value.range ?? [];
  const value = line.slice(`${change.name}: `.length);
  // A text over several lines takes the end of its last one with it; anything may stand behind one in a line.
  if (yaml.slice(start, end).endsWith('\n')) return { start, end, text: value };
  const isOneLine = value.indexOf('\n') === value.length - 1;
  const text = isOneLine ? value.slice(0, -change.newline.length) : JSON.stringify(change.value);
  if (found.value.source !== '') return { start, end, text };
  const colon = yaml.indexOf(':', found.key.range?.[1] ?? 0) + 1;
  return { start: colon, end: colon, text: ` ${text}` };
}
