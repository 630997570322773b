import { articleAddress } from '@tamizdat/archive';
import {
  type Article,
  type Author,
  ImportedFrontMatterSchema,
  type Outlet,
} from '@tamizdat/article-schema';
import { z } from 'zod';
import { originOf } from '../outgoing.ts';

/** Of the shape below: raised when it says something in another way. */
export const JSON_VERSION = 1;

/** An article as one JSON file. Whoever reads it needs nothing else of the outlet but the files it names. */
export const ExportedArticleSchema = z.strictObject({
  format: z.literal('tamizdat-article'),
  version: z.literal(JSON_VERSION),
  /** Where it stands, or would. */
  address: z.url(),
  /** Its folder in the content. */
  folder: z.string(),
  /** Front matter as it was read: docs/article-fields.md says what its fields mean. */
  fields: ImportedFrontMatterSchema,
  /** Markdown, with `\n` line ends. */
  text: z.string(),
  /** Files beside it. */
  media: z.array(
    z.strictObject({
      file: z.string(),
      /** From the folder of the export. */
      path: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type ExportedArticle = z.infer<typeof ExportedArticleSchema>;

/**
 * The JSON file of an article. @param files Of its folder, with their SHA-256 in hex.
 * @throws ZodError where it is not what the schema says
 */
export function buildArticleJson(
  article: Article,
  text: string,
  outlet: Outlet,
  files: readonly (readonly [string, string])[],
): string {
  const { address, folder } = article;
  const exported: ExportedArticle = {
    format: 'tamizdat-article',
    version: JSON_VERSION,
    address: new URL(articleAddress(address), originOf(outlet)).href,
    folder,
    fields: ImportedFrontMatterSchema.strip().parse(article),
    text,
    media: files.map(([file, sha256]) => ({ file, path: `content/${folder}/${file}`, sha256 })),
  };
  return asJson(ExportedArticleSchema.parse(exported));
}

/** What articles name by id: languages, sections, tags, series, and authors by their public names alone. */
export function buildOutletJson(outlet: Outlet, authors: readonly Author[]): string {
  const { name, description, origin, timeZone, licence, languages, sections, tags, series } =
    outlet;
  const shown = { name, description, origin, timeZone, licence, languages, sections, tags, series };
  return asJson({
    format: 'tamizdat-outlet',
    version: JSON_VERSION,
    ...shown,
    authors: authors.map(({ id, name: names }) => ({ id, name: names })),
  });
}

/** The shape of an article's file, as a JSON Schema (draft 2020-12). */
export const articleSchemaJson = (): string =>
  asJson(z.toJSONSchema(ExportedArticleSchema, { unrepresentable: 'any' }));

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
