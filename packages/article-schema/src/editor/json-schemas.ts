import { z } from 'zod';
import { FrontMatterSchema } from '../schema/article.ts';
import { AppealFrontMatterSchema } from '../schema/appeal.ts';
import { AuthorFileSchema } from '../schema/author.ts';
import { FrontSchema } from '../schema/front.ts';
import { MirrorsSchema } from '../schema/mirror.ts';
import { OutletSchema } from '../schema/outlet.ts';
import { PageFrontMatterSchema } from '../schema/page.ts';
import { OutletWordsSchema } from '../words/schema.ts';

/** A JSON Schema, draft 7: what VS Code's language services for YAML read. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const SCHEMAS = {
  appeal: AppealFrontMatterSchema,
  article: FrontMatterSchema,
  author: AuthorFileSchema,
  front: FrontSchema,
  mirrors: MirrorsSchema,
  outlet: OutletSchema,
  page: PageFrontMatterSchema,
  words: OutletWordsSchema,
};

/** The kinds of file that have a JSON Schema. */
export type SchemaName = keyof typeof SCHEMAS;

/** JSON Schemas of what a writer types, by kind of file. */
export function buildJsonSchemas(): Record<SchemaName, JsonSchema> {
  const entries = Object.entries(SCHEMAS).map(([name, schema]) => [name, toJsonSchema(schema)]);
  return Object.fromEntries(entries) as Record<SchemaName, JsonSchema>;
}

function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
}
