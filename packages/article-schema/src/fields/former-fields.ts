import type { FieldTable } from './notes.ts';

const PATH_FORM =
  'parts of lower-case Latin letters, digits and single hyphens, with “/” between them and without “.html”';
const PATH_FORM_RU =
  'путь из частей (строчные латинские буквы, цифры и одиночные дефисы), с «/» между ними и без «.html»';
const LISTS = 'Write a list under each language, or leave it out.';
const LISTS_RU = 'Напишите список под каждым языком или уберите поле.';

/** Former addresses of a page that stands in several languages. */
export const FORMER_ADDRESS_FIELDS = {
  formerAddresses: {
    label: 'The former addresses',
    description:
      'Addresses that the page had before, by the language that they lead on to; each becomes a page that leads on.',
    example: { en: ['category/culture'] },
    remedy: LISTS,
    ru: {
      label: 'прежние адреса',
      description:
        'Адреса, которые были у страницы раньше, по языкам; с каждого читатель попадёт на новый.',
      remedy: LISTS_RU,
    },
  },
  'formerAddresses[]': {
    label: 'A former address',
    description: 'Path from the site’s root, without “.html”.',
    example: 'category/culture',
    form: PATH_FORM,
    remedy: 'Write the path that stood after the site’s name, without “.html”.',
    ru: {
      label: 'прежний адрес',
      description: 'Путь от корня сайта, без «.html».',
      form: PATH_FORM_RU,
      remedy: 'Напишите путь, который стоял после имени сайта, без «.html».',
    },
  },
} as const satisfies FieldTable;

/** Former addresses of feeds, by the language of what they carry. */
export const FORMER_FEED_FIELDS = {
  formerFeeds: {
    label: 'The former addresses of the feed',
    description:
      'Addresses that the feed had before, by language. What ends in “.xml” becomes the feed itself; any other becomes a page that leads on, and its subscribers need a rule on the server (docs/moving-in.md).',
    example: { en: ['feed', 'rss.xml'] },
    remedy: LISTS,
    ru: {
      label: 'прежние адреса ленты',
      description:
        'Адреса, которые были у ленты раньше, по языкам. По адресу на «.xml» будет сама лента; любой другой станет страницей со ссылкой, а подписчикам нужно правило на сервере (docs/moving-in.md).',
      remedy: LISTS_RU,
    },
  },
  'formerFeeds[]': {
    label: 'A former address of the feed',
    description: 'Path from the site’s root, with “.xml” if it had it.',
    example: 'rss.xml',
    form: `${PATH_FORM}, but with “.xml” if it had it`,
    remedy: 'Write the path that stood after the site’s name.',
    ru: {
      label: 'прежний адрес ленты',
      description: 'Путь от корня сайта; «.xml» пишется, если он там был.',
      form: `${PATH_FORM_RU}, но с «.xml», если он там был`,
      remedy: 'Напишите путь, который стоял после имени сайта.',
    },
  },
} as const satisfies FieldTable;

/** The fields of a table where they stand in records of a list. @param list Such as `tags` */
export const inRecords = (list: string, table: FieldTable): FieldTable =>
  Object.fromEntries(Object.entries(table).map(([field, notes]) => [`${list}[].${field}`, notes]));
