import { slugExample } from '../explain/slug-example.ts';
import type { ArticleAddress } from '../schema/article.ts';
import type { Finding, InBoth } from '@tamizdat/problem';
import { deviceFindings } from '../rules/device-names.ts';

const LAYOUT = /^articles\/([^/]+)\/(\d{4})\/(\d{2})\/(\d{2})-([^/]+)\/index\.md$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SLUG_LONGEST = 100;

/** What an example of a better place is made from. */
interface KnownFields {
  title?: string | undefined;
  lang?: string | undefined;
  publishedAt?: string | undefined;
}

/** An article's address out of its path, `articles/<lang>/<yyyy>/<mm>/<dd>-<slug>/index.md`. */
export function parseArticlePath(
  path: string,
  known: KnownFields = {},
): { address?: ArticleAddress; findings: Finding[] } {
  const match = LAYOUT.exec(path);
  if (match === null) return { findings: [layoutFinding(path, known)] };
  const [lang, year, month, day, slug] = match.slice(1) as [string, string, string, string, string];
  const findings = [
    ...(SLUG.test(slug) && slug.length <= SLUG_LONGEST
      ? []
      : [slugFinding(slug, day, known.title ?? '', lang)]),
    ...deviceFindings(slug, [], `${day}-${slug}-news`),
    ...(isDay(year, month, day) ? [] : [dayFinding(`${year}-${month}-${day}`)]),
  ];
  return findings.length > 0
    ? { findings }
    : { address: { lang, year, month, day, slug }, findings };
}

function isDay(year: string, month: string, day: string): boolean {
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

const layoutFinding = (path: string, known: KnownFields): Finding => ({
  code: 'folder-layout',
  path: [],
  found: path,
  message: 'The article does not stand where an article belongs.',
  why: 'The folder’s language, date and name are the article’s address.',
  remedy: 'Move it to articles/<language>/<year>/<month>/<day>-<name>/index.md.',
  ru: {
    message: 'Статья лежит не там, где лежат статьи.',
    why: 'Язык, дата и имя папки — это адрес статьи.',
    remedy: 'Перенесите её в articles/<язык>/<год>/<месяц>/<день>-<имя>/index.md.',
  },
  example: placeExample(known),
});

/** A day without a zone is near enough for an example. */
function placeExample({ title = '', lang = 'en', publishedAt = '' }: KnownFields): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(publishedAt) ?? [
    '',
    '2026',
    '11',
    '22',
  ];
  return `articles/${lang}/${year}/${month}/${day}-${slugExample(title, lang)}/index.md`;
}

/** Letters that look like Latin ones and are not; “паром” in mixed letters looks right to whoever typed it. */
const LOOK_ALIKE = /[аеікмнорстух]/iu;

function lookAlike(slug: string): InBoth {
  const letter = /[a-z]/i.test(slug) ? LOOK_ALIKE.exec(slug)?.[0] : undefined;
  return letter === undefined
    ? { en: '', ru: '' }
    : {
        en: ` Its “${letter}” is a Cyrillic letter that only looks like a Latin one.`,
        ru: ` Буква «${letter}» в нём кириллическая и только похожа на латинскую.`,
      };
}

const slugFinding = (slug: string, day: string, title: string, lang: string): Finding => ({
  code: 'folder-name',
  path: [],
  found: slug,
  message: `The folder’s name “${slug}” cannot be an address.${lookAlike(slug).en}`,
  why: 'An address of plain Latin letters survives every messenger and mail program.',
  remedy: 'Use lower-case Latin letters, digits and single hyphens, at most 100 characters.',
  ru: {
    message: `Имя папки «${slug}» не может быть адресом.${lookAlike(slug).ru}`,
    why: 'Адрес из простых латинских букв не испортит ни мессенджер, ни почта.',
    remedy: 'Возьмите строчные латинские буквы, цифры и одиночные дефисы, не больше 100 символов.',
  },
  example: `${day}-${slugExample(title === '' ? slug : title, lang)}`,
});

const dayFinding = (day: string): Finding => ({
  code: 'folder-date',
  path: [],
  found: day,
  message: `The folder’s date ${day} is not a day of the calendar.`,
  remedy: 'Move the article to the folder of its day.',
  ru: {
    message: `Даты папки, ${day}, нет в календаре.`,
    remedy: 'Перенесите статью в папку её дня.',
  },
});
