import type { JsonSchema } from '@tamizdat/article-schema';
import { sameValue } from './same-value.ts';
import type { Fields } from './merge-yaml.ts';

/**
 * The fields of a form as a file has them: what was left empty is left out, and what says no more than the
 * schema's default. Fields that are as `before` has them stay whatever they hold, and fields that the schema
 * does not know stay too.
 */
export function pruneFields(
  data: Fields,
  before: Fields,
  schema: JsonSchema,
): Record<string, unknown> {
  const properties = propertiesOf(schema);
  const entries = Object.entries(data).flatMap(([name, value]) => {
    const property = properties[name];
    if (property === undefined || (name in before && sameValue(before[name], value)))
      return [[name, value]];
    const kept = pruneValue(value, property);
    return kept === undefined ? [] : [[name, kept]];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function propertiesOf(schema: JsonSchema | undefined): Record<string, JsonSchema | undefined> {
  const branches =
    (schema?.['anyOf'] as JsonSchema[] | undefined) ?? (schema === undefined ? [] : [schema]);
  return Object.assign({}, ...branches.map((branch) => branch['properties'])) as Record<
    string,
    JsonSchema
  >;
}

function pruneValue(value: unknown, schema: JsonSchema | undefined): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'boolean')
    return value === (schema?.['default'] ?? false) ? undefined : value;
  if (Array.isArray(value)) {
    const items = value
      .map((item) => pruneValue(item, schema?.['items'] as JsonSchema | undefined))
      .filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  return typeof value === 'object' ? pruneObject(value as Fields, schema) : value;
}

/** A group is left out where nothing in it says anything; else its required marks stay, though they are false. */
function pruneObject(value: Fields, schema: JsonSchema | undefined): Fields | undefined {
  const properties = propertiesOf(schema);
  const required = (schema?.['required'] ?? []) as string[];
  const kept = Object.entries(value).map(
    ([name, field]) => [name, pruneValue(field, properties[name])] as const,
  );
  if (kept.every(([, field]) => field === undefined)) return undefined;
  return Object.fromEntries(
    kept
      .map(([name, field]) => [
        name,
        field === undefined && required.includes(name) && value[name] === false ? false : field,
      ])
      .filter(([, field]) => field !== undefined),
  ) as Fields;
}
