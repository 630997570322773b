import { OutletSchema } from '@tamizdat/article-schema';

/** A small outlet in two languages, for tests. */
export const exampleOutlet = OutletSchema.parse({
  name: { en: 'Outlet', ru: 'Издание' },
  description: { en: 'News', ru: 'Новости' },
  origin: 'https://outlet.example/',
  tagAuthority: { domain: 'outlet.example', date: '2024' },
  languages: [
    { code: 'en', name: 'English', locale: 'en-GB' },
    { code: 'ru', name: 'Русский', locale: 'ru' },
  ],
  timeZone: 'UTC',
  sections: [{ id: 'news', name: { en: 'News', ru: 'Новости' } }],
  licence: { name: { en: 'CC', ru: 'CC' } },
});
