import { stringify } from 'yaml';
import { english } from '../words/english.ts';
import { buildJsonSchemas } from './json-schemas.ts';
import { buildReference } from './reference.ts';

/** Files made from the schema that stand in the repository, by path relative to this package. */
export function buildGeneratedFiles(): Map<string, string> {
  const schemas = Object.entries(buildJsonSchemas()).map(
    ([name, schema]) =>
      [`generated/${name}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`] as const,
  );
  return new Map([
    ...schemas,
    ['generated/words.en.yaml', stringify(english, { lineWidth: 0 })],
    ['../../docs/article-fields.md', buildReference()],
  ]);
}
