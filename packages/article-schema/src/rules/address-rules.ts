import { deviceFindings } from './device-names.ts';
import { dayInZone } from './instant.ts';
import type { ArticleRule } from './rule.ts';

/** The language is one of the outlet's, and the folder's. */
export const languageRule: ArticleRule = ({ lang }, { outlet, address }) => {
  if (lang === undefined) return [];
  const published = outlet?.languages.map(({ code }) => code) ?? [lang];
  if (!published.includes(lang)) {
    return [
      {
        code: 'lang-not-published',
        path: ['lang'],
        found: lang,
        message: `The outlet does not publish in “${lang}”.`,
        remedy: `Write one of the outlet’s languages: ${published.join(', ')}.`,
        ru: {
          message: `Издание не выходит на языке «${lang}».`,
          remedy: `Напишите один из языков издания: ${published.join(', ')}.`,
        },
        example: `lang: ${published[0] ?? 'en'}`,
      },
    ];
  }
  if (address === undefined || address.lang === lang) return [];
  return [
    {
      code: 'lang-not-the-folders',
      path: ['lang'],
      found: lang,
      message: `The language is “${lang}”, but the article stands in the folder “${address.lang}”.`,
      remedy: `Write “lang: ${address.lang}”, or move the folder to articles/${lang}.`,
      ru: {
        message: `Указан язык «${lang}», а статья лежит в папке «${address.lang}».`,
        remedy: `Напишите «lang: ${address.lang}» или перенесите папку в articles/${lang}.`,
      },
      example: `lang: ${address.lang}`,
    },
  ];
};

/** The folder's day is the day of publication in the outlet's zone. */
export const addressRule: ArticleRule = ({ publishedAt }, { outlet, address }) => {
  if (publishedAt === undefined || outlet === undefined || address === undefined) return [];
  const day = dayInZone(publishedAt, outlet.timeZone);
  const folder = `${address.year}-${address.month}-${address.day}`;
  if (day === folder) return [];
  return [
    {
      code: 'published-at-not-the-folders-day',
      path: ['publishedAt'],
      found: publishedAt,
      message: `It is published on ${day} (${outlet.timeZone}), but stands in the folder of ${folder}.`,
      why: 'The folder’s date is the article’s address, and readers take it for the day of publication.',
      remedy: 'Move the folder to that day, or mend the time.',
      ru: {
        message: `День публикации — ${day} (${outlet.timeZone}), а папка — ${folder}.`,
        why: 'Дата папки — часть адреса статьи, и читатели принимают её за день публикации.',
        remedy: 'Перенесите папку на этот день или исправьте время.',
      },
      example: `articles/${address.lang}/${day.slice(0, 4)}/${day.slice(5, 7)}/${day.slice(8)}-${address.slug}/index.md`,
    },
  ];
};

/** Every part of a former address can be a file's name. */
export const formerAddressRule: ArticleRule = ({ formerAddresses }) =>
  (formerAddresses ?? []).flatMap((address, index) =>
    address
      .split('/')
      .flatMap((part) => deviceFindings(part, ['formerAddresses', index], `${part}-news`)),
  );
