import { ArticleSchema, type Article } from '@tamizdat/article-schema';

let made = 0;

/**
 * An article for tests, valid under the schema: published at noon UTC on the day of its address unless told otherwise.
 * @param slug Slug of the address; ids follow the order of making.
 */
export function exampleArticle(slug: string, day: string, rest: Partial<Article> = {}): Article {
  const [year = '', month = '', date = ''] = day.split('-');
  made += 1;
  const lang = rest.lang ?? 'en';
  return ArticleSchema.parse({
    id: `01K${String(made).padStart(23, '0')}`,
    kind: 'news',
    title: `A story about ${slug}`,
    section: 'news',
    status: 'ready',
    publishedAt: `${day}T12:00:00Z`,
    address: { lang, year, month, day: date, slug },
    folder: `articles/${lang}/${year}/${month}/${date}-${slug}`,
    bodyLine: 10,
    ...rest,
    lang,
  });
}
