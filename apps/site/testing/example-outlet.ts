import { Archive } from '@tamizdat/archive';
import {
  ArticleSchema,
  OutletSchema,
  type Article,
  type Outlet,
  type Page,
} from '@tamizdat/article-schema';

/** An outlet for tests: English first, Russian second. */
export const exampleOutlet: Outlet = OutletSchema.parse({
  name: { en: 'Pane & Co', ru: 'Форточка' },
  description: { en: 'A newsroom', ru: 'Редакция' },
  origin: 'https://pane.example',
  tagAuthority: { domain: 'pane.example', date: '2024' },
  languages: [
    { code: 'en', name: 'English', locale: 'en-GB' },
    { code: 'ru', name: 'Русский', locale: 'ru' },
  ],
  timeZone: 'UTC',
  sections: [{ id: 'news', name: { en: 'News', ru: 'Новости' } }],
  licence: { name: { en: 'CC BY 4.0' } },
  mark: 'mark.svg',
});

/** An archive of the articles given, as it stands at a clock (RFC 3339). */
export function exampleArchive(
  articles: Article[],
  clock: string,
  { pages = [], preview = false }: { pages?: Page[]; preview?: boolean } = {},
): Archive {
  const source = {
    outlet: exampleOutlet,
    authors: [],
    pages,
    fronts: new Map(),
    words: new Map(),
    articles,
  };
  return new Archive(() => Promise.resolve(source), { clock, preview });
}

let made = 0;

/** An article for tests: published at noon UTC on the day of its address unless told otherwise. */
export function exampleArticle(slug: string, day: string, rest: Partial<Article> = {}): Article {
  const [year = '', month = '', date = ''] = day.split('-');
  const lang = rest.lang ?? 'en';
  made += 1;
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
