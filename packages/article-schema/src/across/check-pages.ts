import { nearest, toldGuess } from '../explain/nearest.ts';
import type { FieldPath } from '@tamizdat/problem';
import type { Outlet } from '../schema/outlet.ts';
import type { AcrossFinding } from './check-across.ts';

/** Every fixed page that outlet.yaml names exists in every language. */
export function checkOutletPages(
  outlet: Outlet,
  pages: readonly { lang: string; slug: string }[],
): AcrossFinding[] {
  const existing = new Set(pages.map(({ lang, slug }) => `${lang}/${slug}`));
  const slugs = new Set(pages.map(({ slug }) => slug));
  return namedPages(outlet).flatMap(([slug, path]) => {
    const missing = outlet.languages.filter(({ code }) => !existing.has(`${code}/${slug}`));
    if (missing.length === 0) return [];
    const meant = slugs.has(slug) ? undefined : nearest(slug, slugs);
    const files = missing.map(({ code }) => `content/pages/${code}/${slug}.md`).join(', ');
    return [
      {
        path: 'outlet.yaml',
        finding: {
          code: 'page-missing',
          path,
          found: slug,
          message: `There is no page “${slug}” in ${missing.map(({ code }) => `“${code}”`).join(', ')}.`,
          remedy: `${toldGuess(meant).en}${meant === undefined ? 'Write' : 'Otherwise write'} ${files}.`,
          ru: {
            message: `Страницы «${slug}» нет на языке ${missing.map(({ code }) => `«${code}»`).join(', ')}.`,
            remedy: `${toldGuess(meant).ru}${meant === undefined ? 'Напишите' : 'Иначе напишите'} ${files}.`,
          },
        },
      },
    ];
  });
}

function namedPages(outlet: Outlet): [string, FieldPath][] {
  const single = (['principles', 'ownership', 'contact'] as const).flatMap(
    (field): [string, FieldPath][] => {
      const slug = outlet[field];
      return slug === undefined ? [] : [[slug, [field]]];
    },
  );
  return [
    ...outlet.navigation.flatMap((entry, index): [string, FieldPath][] =>
      'page' in entry ? [[entry.page, ['navigation', index, 'page']]] : [],
    ),
    ...outlet.footer.map((slug, index): [string, FieldPath] => [slug, ['footer', index]]),
    ...single,
    ...outlet.newsletters.map(({ privacy }, index): [string, FieldPath] => [
      privacy,
      ['newsletters', index, 'privacy'],
    ]),
  ];
}
