import { DOMAIN_YEAR } from '../limits.ts';
import type { Finding } from '@tamizdat/problem';
import type { Outlet } from '../schema/outlet.ts';
import { accentRule } from './contrast.ts';
import { futureDay } from './future-rule.ts';
import { fingerprintRules } from './fingerprint-rules.ts';
import { repeated } from './list-rules.ts';
import { deviceFindings } from './device-names.ts';
import { localizedFindings, tagFindings } from './localized-rule.ts';
import { newsletterRules } from './newsletter-rules.ts';
import { ownAddresses } from './own-address.ts';
import { supportRules } from './support-rules.ts';
import { nearest, toldGuess } from '../explain/nearest.ts';

/** All rules between the fields of `outlet.yaml`; `now` is RFC 3339, and days to come are not told without it. */
export function outletRules(outlet: Partial<Outlet>, now?: string): Finding[] {
  const languages = outlet.languages;
  return [
    ...uniqueRule(outlet),
    ...deviceRule(outlet),
    ...localeRule(outlet),
    ...navigationRule(outlet),
    ...originRule(outlet),
    ...authorityRule(outlet, now),
    ...markRule(outlet),
    ...accentRule(outlet),
    ...(languages === undefined ? [] : localized(outlet, { languages })),
    ...supportRules(outlet.support, languages),
    ...newsletterRules(outlet),
    ...fingerprintRules(outlet),
    ...ownAddresses(outlet, outlet.origin),
  ];
}

function localized(outlet: Partial<Outlet>, given: Pick<Outlet, 'languages'>): Finding[] {
  const { name, tagline, description, sections, series, licence, support, formerFeeds } = outlet;
  const texts = { name, tagline, description, sections, series, licence, support, formerFeeds };
  return [...localizedFindings(texts, [], given), ...tagFindings(outlet.tags ?? [], given)];
}

function uniqueRule(outlet: Partial<Outlet>): Finding[] {
  const codes = (outlet.languages ?? []).map(({ code }) => code);
  const taxa = (['sections', 'tags', 'series'] as const).flatMap((list) =>
    repeated(
      (outlet[list] ?? []).map(({ id }) => id),
      (index) => [list, index, 'id'],
      { en: 'The id', ru: 'Идентификатор' },
      `${list}-id-repeated`,
    ),
  );
  return [
    ...repeated(
      codes,
      (i) => ['languages', i, 'code'],
      { en: 'The language', ru: 'Язык' },
      'languages-repeated',
    ),
    ...taxa,
    ...repeated(
      outlet.footer ?? [],
      (i) => ['footer', i],
      { en: 'The page', ru: 'Страница' },
      'footer-repeated',
    ),
  ];
}

/** What stands in addresses can be a file's name everywhere. */
function deviceRule(outlet: Partial<Outlet>): Finding[] {
  const taxa = (['sections', 'tags', 'series'] as const).flatMap((list) =>
    (outlet[list] ?? []).flatMap(({ id }, index) =>
      deviceFindings(id, [list, index, 'id'], `id: ${id}-news`),
    ),
  );
  const languages = (outlet.languages ?? []).flatMap(({ code }, index) =>
    deviceFindings(code, ['languages', index, 'code'], `code: ${code}-001`),
  );
  return [...taxa, ...languages];
}

/** An edition's dates are in its own language: a locale of another one is most often a slip. */
function localeRule({ languages }: Partial<Outlet>): Finding[] {
  return (languages ?? []).flatMap(({ code, locale }, index): Finding[] => {
    const [written, own] = [locale, code].map((tag) => new Intl.Locale(tag).maximize().language);
    if (written === own) return [];
    return [
      {
        code: 'languages-locale-other-language',
        severity: 'warning',
        path: ['languages', index, 'locale'],
        found: locale,
        message: `The locale “${locale}” is of another language than “${code}”.`,
        why: 'Dates and numbers would stand in that language.',
        remedy: `Write a locale of “${code}”, for example “${code}” alone.`,
        ru: {
          message: `Локаль «${locale}» — другого языка, чем «${code}».`,
          why: 'Даты и числа были бы на том языке.',
          remedy: `Напишите локаль языка «${code}», например просто «${code}».`,
        },
        example: `locale: ${code}`,
      },
    ];
  });
}

function navigationRule({ navigation, sections }: Partial<Outlet>): Finding[] {
  if (sections === undefined) return [];
  const ids = new Set(sections.map(({ id }) => id));
  return (navigation ?? []).flatMap((entry, index) => {
    if (!('section' in entry) || ids.has(entry.section)) return [];
    const meant = nearest(entry.section, ids);
    return [
      {
        code: 'navigation-section-unknown',
        path: ['navigation', index, 'section'],
        found: entry.section,
        message: `There is no section “${entry.section}”.`,
        remedy: `${toldGuess(meant).en}Write the id of one of the sections: ${[...ids].join(', ')}.`,
        ru: {
          message: `Раздела «${entry.section}» нет.`,
          remedy: `${toldGuess(meant).ru}Напишите идентификатор одного из разделов: ${[...ids].join(', ')}.`,
        },
      },
    ];
  });
}

function originRule({ origin }: Partial<Outlet>): Finding[] {
  if (origin === undefined) return [];
  const { pathname, search, hash, username } = new URL(origin);
  const plain = search === '' && hash === '' && username === '';
  if (plain && (pathname === '/' || pathname.endsWith('/'))) return [];
  return [
    {
      code: 'origin-form',
      path: ['origin'],
      found: origin,
      message: plain
        ? 'The origin has a path, but does not end with “/”.'
        : 'The origin is more than a site’s address.',
      why: 'Feeds and sitemaps are written by putting a page’s path after it.',
      remedy: 'Write https://, the name, and a path with “/” at its end if there is one.',
      ru: {
        message: plain
          ? 'В адресе сайта есть путь, но он не кончается на «/».'
          : 'Это больше, чем адрес сайта.',
        why: 'Ленты и карты сайта составляют, приписывая к нему путь страницы.',
        remedy: 'Напишите https://, имя и путь с «/» на конце, если он есть.',
      },
      example: 'origin: https://outlet.example/',
    },
  ];
}

/** A name was held on a day that has been, since there are names; it stands in the ids of all feeds. */
function authorityRule({ tagAuthority }: Partial<Outlet>, now: string | undefined): Finding[] {
  if (tagAuthority === undefined) return [];
  const { date } = tagAuthority;
  const path = ['tagAuthority', 'date'];
  if (Number(date.slice(0, 4)) >= DOMAIN_YEAR) return futureDay(date, now, path);
  return [
    {
      code: 'tag-authority-too-early',
      path,
      found: date,
      message: `Nobody held a domain in ${date.slice(0, 4)}: the first are of ${DOMAIN_YEAR}.`,
      why: 'Feed readers know articles by this day and name; it must be one on which the name was the outlet’s.',
      remedy: 'Write a day on which the outlet held the domain.',
      ru: {
        message: `В ${date.slice(0, 4)} году доменов не было: первые появились в ${DOMAIN_YEAR}.`,
        why: 'По этому дню и имени программы чтения узнают статьи; в этот день имя должно принадлежать изданию.',
        remedy: 'Напишите день, когда домен уже принадлежал изданию.',
      },
      example: "date: '2026-01-01'",
    },
  ];
}

/** The mark becomes icons of all sizes, which only a drawing can. */
function markRule({ mark }: Partial<Outlet>): Finding[] {
  if (mark === undefined || /\.svg$/i.test(mark)) return [];
  return [
    {
      code: 'mark-not-svg',
      path: ['mark'],
      found: mark,
      message: `The mark “${mark}” is not an SVG file.`,
      why: 'It is drawn in every size from a browser’s tab to a phone’s home screen.',
      remedy: 'Put the mark as SVG beside outlet.yaml and write its name, or leave the line out.',
      ru: {
        message: `Знак «${mark}» — не файл SVG.`,
        why: 'Его рисуют во всех размерах, от вкладки браузера до экрана телефона.',
        remedy:
          'Положите знак в виде SVG рядом с outlet.yaml и напишите имя файла или уберите строку.',
      },
      example: 'mark: mark.svg',
    },
  ];
}
