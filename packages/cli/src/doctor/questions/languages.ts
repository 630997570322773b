import path from 'node:path';
import { type Inspected, YAML_FILE_MAX_BYTES } from '@tamizdat/archive';
import type { Outlet, Page } from '@tamizdat/article-schema';
import { readPlain } from '@tamizdat/files';
import { listUnstemmed } from '@tamizdat/search/stemmers';
import { type Finding, good, half, missing } from '../finding.ts';
import type { Question } from '../question.ts';
import { notRead } from './not-read.ts';
import { judgeWorkerTold } from './worker-told.ts';

/** Whether every edition speaks its language, and has the pages that readers look for. */
export const languages: Question = {
  id: 'languages',
  name: { en: 'Languages, pages', ru: 'Языки, страницы' },
  look: async ({ content, commands, place }) => {
    const { outlet, pages, problems } = await content();
    if (outlet === undefined) return [notRead('languages')];
    const read = (file: string): string =>
      new TextDecoder().decode(readPlain(path.join(place.content, file), YAML_FILE_MAX_BYTES));
    return [
      ...judgeWords(outlet, problems, commands.check),
      ...judgePages(outlet, pages),
      ...judgeWorkerTold(outlet, pages, read),
    ];
  },
};

function judgeWords(
  { languages: editions }: Outlet,
  problems: Inspected['problems'],
  check: string,
): Finding[] {
  const files = problems
    .filter(({ code }) => code === 'words-untranslated')
    .map(({ file }) => file);
  const unstemmed = listUnstemmed(editions);
  const codes = editions.map(({ code }) => code).join(', ');
  const only = unstemmed.join(', ');
  return [
    good('languages', {
      en: `${codes}${only === '' ? '' : `; search finds no other forms of a word in: ${only}`}`,
      ru: `${codes}${only === '' ? '' : `; поиск не находит других форм слова на: ${only}`}`,
    }),
    ...(files.length === 0
      ? []
      : [
          half(
            'words-untranslated',
            'soon',
            {
              en: `Buttons and notices are still in English: translate ${files.join(', ')}.`,
              ru: `Кнопки и уведомления пока по-английски: переведите ${files.join(', ')}.`,
            },
            check,
          ),
        ]),
  ];
}

/** Slugs of the pages that readers of any outlet look for. */
const WANTED = ['about', 'contact', 'privacy'] as const;

/** @param pages Those that have no errors. */
export function judgePages(
  { languages: editions, footer, contact, principles, ownership }: Outlet,
  pages: readonly Pick<Page, 'lang' | 'slug'>[],
): Finding[] {
  const has = (slug: string, lang: string): boolean =>
    pages.some((page) => page.slug === slug && page.lang === lang);
  const named = [...footer, ...[contact, principles, ownership].flatMap((slug) => slug ?? [])];
  const slugs = new Set([...WANTED, ...named, ...pages.map(({ slug }) => slug)]);
  // A contact page may have any name, where the outlet says which it is.
  if (contact !== undefined && contact !== 'contact') slugs.delete('contact');
  const absent = [...slugs].flatMap((slug) =>
    editions.filter(({ code }) => !has(slug, code)).map(({ code }) => `${code}/${slug}.md`),
  );
  const list = absent.slice(0, 12).join(', ') + (absent.length > 12 ? ' …' : '');
  const unlinked = footer.length === 0 && pages.length > 0;
  return [
    ...(absent.length === 0
      ? [good('pages', { en: `pages: ${slugs.size}`, ru: `страниц: ${slugs.size}` })]
      : [
          missing('pages-missing', 'soon', {
            en: `Pages that are not there, or not in every language; write them in content/pages: ${list}. A file begins with the lines “---”, “title: About us”, “---”, and its text follows.`,
            ru: `Страницы, которых нет или нет на каком-то из языков; напишите их в content/pages: ${list}. Файл начинается строками «---», «title: О нас», «---», дальше идёт текст.`,
          }),
        ]),
    ...(unlinked
      ? [
          half('pages-unlinked', 'soon', {
            en: 'No page is linked from the foot of the site. Name them in content/outlet.yaml: footer: [about, contact, privacy]',
            ru: 'Внизу сайта нет ссылок на страницы. Назовите их в content/outlet.yaml: footer: [about, contact, privacy]',
          }),
        ]
      : []),
  ];
}
