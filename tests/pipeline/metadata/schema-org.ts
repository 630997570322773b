import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Term {
  parents: string[];
  properties: string[];
}

/**
 * Types of schema.org that an outlet's pages may use, with everything above them and all their properties: taken from its
 * vocabulary (schema.org/docs/developers.html), not from what the site writes.
 */
const terms = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'schema-org-terms.json'), 'utf8'),
) as Record<string, Term>;

/** Every type that the vocabulary lacks, and every property that its type does not have, in a JSON-LD value. */
export function findUnknownTerms(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(findUnknownTerms);
  if (typeof value !== 'object' || value === null) return [];
  const {
    '@type': type,
    '@context': context,
    '@id': id,
    '@graph': graph,
    ...rest
  } = value as Record<string, unknown>;
  if (graph !== undefined) return findUnknownTerms(graph);
  if (context !== undefined && context !== 'https://schema.org')
    return [`context ${JSON.stringify(context)}`];
  if (type === undefined && typeof id === 'string' && Object.keys(rest).length === 0) return [];
  const name = typeof type === 'string' ? type : String(type);
  if (!Object.hasOwn(terms, name)) return [`type ${name}`];
  const known = propertiesOf(name);
  return Object.entries(rest).flatMap(([property, inner]) => [
    ...(known.has(property) ? [] : [`${name}.${property}`]),
    ...findUnknownTerms(inner),
  ]);
}

function propertiesOf(type: string): Set<string> {
  const { parents, properties } = terms[type] ?? { parents: [], properties: [] };
  return new Set([...properties, ...parents.flatMap((parent) => [...propertiesOf(parent)])]);
}
