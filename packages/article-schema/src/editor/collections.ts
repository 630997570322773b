import type { Outlet } from '../schema/outlet.ts';
import { buildJsonSchemas, type JsonSchema } from './json-schemas.ts';

/** What an outlet has, for completion of names. */
export interface Names {
  outlet?: Outlet;
  authors: readonly string[];
}

/**
 * The files with which the Astro language server (`contentIntellisense`) completes and checks front
 * matter, by name, for `.astro/collections/` in the folder an editor has open. `root` is the content
 * folder as a file URI with a slash at its end; `paths` are its Markdown files.
 */
export function buildCollections(
  root: string,
  paths: readonly string[],
  names: Names,
): Record<string, JsonSchema> {
  const { appeal, article, page } = buildJsonSchemas();
  const entries = paths.flatMap((path) => {
    const collection = collectionOf(path);
    return collection === undefined ? [] : [[entryKey(root, path), collection] as const];
  });
  return {
    'collections.json': {
      collections: [
        { name: 'appeals', hasSchema: true },
        { name: 'articles', hasSchema: true },
        { name: 'pages', hasSchema: true },
      ],
      entries: Object.fromEntries(entries),
    },
    'appeals.schema.json': appeal,
    'articles.schema.json': withNames(article, names),
    'pages.schema.json': page,
  };
}

function collectionOf(path: string): string | undefined {
  return /^(appeals|articles|pages)\//.exec(path)?.[1];
}

/** The language server looks files up by their decoded URI in lower case. */
function entryKey(root: string, path: string): string {
  return `${decodeURIComponent(root)}${path}`.toLowerCase();
}

/** The article's schema with the outlet's own sections, tags, series, languages and authors as choices. */
function withNames(schema: JsonSchema, { outlet, authors }: Names): JsonSchema {
  const lists: Record<string, readonly string[]> = {
    authors,
    ...(outlet === undefined
      ? {}
      : {
          lang: outlet.languages.map(({ code }) => code),
          section: outlet.sections.map(({ id }) => id),
          tags: outlet.tags.map(({ id }) => id),
        }),
  };
  const properties = { ...(schema['properties'] as Record<string, JsonSchema>) };
  for (const [field, ids] of Object.entries(lists)) {
    const property = properties[field];
    if (property === undefined || ids.length === 0) continue;
    properties[field] =
      'items' in property
        ? { ...property, items: { type: 'string', enum: ids } }
        : { ...property, enum: ids };
  }
  return { ...schema, properties };
}
