import { buildWords } from '@tamizdat/article-schema';
import type { Stick, StickArticle, StickEdition } from '../src/index.ts';

/** An article of a small stick. */
export function articleOf(
  lang: string,
  slug: string,
  more: Partial<StickArticle> = {},
): StickArticle {
  return {
    path: `${lang}/2026/11/18/${slug}.html`,
    month: '2026-11',
    section: 'Politics',
    title: `Title of ${slug}`,
    standfirst: undefined,
    overline: 'Politics',
    meta: ['A. Writer', '18 November 2026'],
    date: '18 November 2026',
    tags: [],
    html: '<p>Text.</p>',
    ...more,
  };
}

/** An edition of a small stick. */
export function editionOf(lang: string, articles: readonly StickArticle[]): StickEdition {
  return {
    lang,
    dir: 'ltr',
    locale: lang,
    language: lang === 'ru' ? 'Русский' : 'English',
    name: 'The <Window>',
    description: 'A newsroom.',
    monthNames: new Map([['2026-11', 'November 2026']]),
    words: buildWords(lang),
    asOf: '22 November 2026',
    about: '<p><a href="https://window.example/en/index.html">window.example</a></p>',
    articles,
  };
}

/** A small stick. */
export const stickOf = (editions: readonly StickEdition[], more: Partial<Stick> = {}): Stick => ({
  editions,
  madeAt: '2026-11-22T12:00:00Z',
  base: 'https://window.example/',
  links: true,
  addresses: true,
  accent: { light: '#8a1c1c', dark: '#f0a8a0' },
  pictures: true,
  recordings: new Set(),
  policy: true,
  search: true,
  ...more,
});
