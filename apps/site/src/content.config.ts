import { defineCollection } from 'astro:content';
import {
  AppealSchema,
  ArticleSchema,
  AuthorSchema,
  OutletSchema,
  OutletWordsSchema,
  PageSchema,
} from '@tamizdat/article-schema';
import { z } from 'astro/zod';
import type { Problem } from '@tamizdat/article-schema';
import { contentLoader } from './content-loader.ts';

/** Collections hold what lists and pages' heads need; texts are read where their page is rendered. */
export const collections = {
  articles: defineCollection({
    loader: contentLoader((content) =>
      content.articles.map((article) => [article.folder, article]),
    ),
    schema: ArticleSchema,
  }),
  authors: defineCollection({
    loader: contentLoader((content) => content.authors.map((author) => [author.id, author])),
    schema: AuthorSchema,
  }),
  pages: defineCollection({
    loader: contentLoader((content) => content.pages.map((page) => [page.file, page])),
    schema: PageSchema,
  }),
  outlet: defineCollection({
    loader: contentLoader((content) => [['outlet', content.outlet]]),
    schema: OutletSchema,
  }),
  // One entry for all languages: most outlets have none, and Astro warns of an empty collection.
  words: defineCollection({
    loader: contentLoader((content) => [['words', Object.fromEntries(content.words)]]),
    schema: z.record(z.string(), OutletWordsSchema),
  }),
  // One entry, as above: most outlets have none.
  appeals: defineCollection({
    loader: contentLoader(({ appeals }) => [['appeals', { appeals }]]),
    schema: z.object({ appeals: z.array(AppealSchema) }),
  }),
  // One entry, as above. Pages know of a mirror what its readers may know, and no more.
  mirrors: defineCollection({
    loader: contentLoader(({ mirrors }) => [
      [
        'mirrors',
        {
          mirrors: mirrors.map(({ name, base, languages, torrents = [] }) => ({
            name,
            base,
            languages,
            torrents,
          })),
        },
      ],
    ]),
    schema: z.object({
      mirrors: z.array(
        z.strictObject({
          name: z.string(),
          base: z.string(),
          languages: z.array(z.string()),
          torrents: z.array(z.string()),
        }),
      ),
    }),
  }),
  // For the preview, which shows them.
  problems: defineCollection({
    loader: contentLoader(({ problems }) => [['problems', { problems }]]),
    schema: z.object({ problems: z.array(z.custom<Problem>()) }),
  }),
  fronts: defineCollection({
    loader: contentLoader((content) => [...content.fronts]),
    schema: z.unknown(),
  }),
};
