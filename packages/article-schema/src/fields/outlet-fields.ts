import { FORMER_ADDRESS_FIELDS, FORMER_FEED_FIELDS, inRecords } from './former-fields.ts';
import { withRussian, type EnglishNotes, type FieldTable } from './notes.ts';
import { OUTLET_IN_RUSSIAN } from './russian/outlet-fields.ts';
import { SUPPORT_FIELDS } from './support-fields.ts';

const LOCALIZED = 'Write it in each of the outlet’s languages.';
const SLUG_FORM = 'lower-case Latin letters, digits and single hyphens';
const URL_FORM = 'a whole https address';
const COLOUR_FORM = 'a colour of six hexadecimal digits';

function taxonFields(
  list: string,
  what: string,
  example: unknown,
): Readonly<Record<string, EnglishNotes>> {
  return {
    [list]: {
      label: `The list of ${list}`,
      description: `The outlet’s ${list}: id, name and, if you like, description per language.`,
      example: [example],
      remedy: 'Write a list of id and name.',
    },
    [`${list}[]`]: {
      label: `A ${what}`,
      description: 'Id, name and, if you like, description per language.',
      example,
      remedy: 'Give id and name.',
    },
    [`${list}[].id`]: {
      label: `The id of the ${what}`,
      description: 'Stands in addresses and in articles; never changed.',
      example: 'culture',
      form: SLUG_FORM,
      remedy: 'Write a short name and keep it.',
    },
    [`${list}[].name`]: {
      label: `The name of the ${what}`,
      description: 'In each of the outlet’s languages.',
      example: { en: 'Culture', ru: 'Культура' },
      remedy: LOCALIZED,
    },
    [`${list}[].description`]: {
      label: `The description of the ${what}`,
      description: 'A sentence, in each of the outlet’s languages.',
      example: { en: 'Books and theatre.', ru: 'Книги и театр.' },
      remedy: 'Write it in each language, or leave it out.',
    },
  };
}

const pageField = (what: string, example: string) => ({
  label: `The page of ${what}`,
  description: `The name of the fixed page about ${what}: its file without “.md”.`,
  example,
  form: SLUG_FORM,
  remedy: 'Write the name of a file in content/pages/<language>, without “.md”.',
});

const ENGLISH: Readonly<Record<string, EnglishNotes>> = {
  name: {
    label: 'The outlet’s name',
    description: 'In each of the outlet’s languages.',
    example: { en: 'The Window', ru: 'Окно' },
    remedy: LOCALIZED,
  },
  tagline: {
    label: 'The tagline',
    description: 'A few words under the name, in each of the outlet’s languages.',
    example: { en: 'What is kept shut', ru: 'О том, что закрыто' },
    remedy: 'Write it in each language, or leave it out.',
  },
  description: {
    label: 'The description',
    description: 'What the outlet is, in a sentence, in each of its languages.',
    example: { en: 'An independent newsroom in exile.', ru: 'Независимая редакция в эмиграции.' },
    remedy: LOCALIZED,
  },
  origin: {
    label: 'The origin',
    description: 'The site’s own address, with which feeds and sitemaps are written.',
    example: 'https://outlet.example',
    form: URL_FORM,
    remedy: 'Write the site’s own https address.',
  },
  tagAuthority: {
    label: 'The tag authority',
    description:
      'A domain and a date on which the outlet held it (RFC 4151); feed ids are made with it.',
    example: { domain: 'outlet.example', date: '2026-01-01' },
    remedy: 'Give domain and date, and never change them.',
    why: 'Never change it, not even with the origin: readers of the feeds would get every story twice.',
  },
  'tagAuthority.domain': {
    label: 'The domain of the tag authority',
    description: 'A domain the outlet held on the date.',
    example: 'outlet.example',
    form: 'a domain in lower-case letters',
    remedy: 'Write the domain without https://.',
  },
  'tagAuthority.date': {
    label: 'The date of the tag authority',
    description: 'A day on which the outlet held the domain.',
    example: '2026-01-01',
    form: 'a year, month or day, such as 2026-01-01',
    remedy: 'Write the date in quotes.',
  },
  languages: {
    label: 'The list of languages',
    description: 'The outlet’s languages; the first is the default.',
    example: [{ code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' }],
    remedy: 'Give code, name, dir and locale of each.',
  },
  'languages[]': {
    label: 'A language',
    description: 'Code, own name, direction and locale.',
    example: { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' },
    remedy: 'Give code, name, dir and locale.',
  },
  'languages[].code': {
    label: 'The code of the language',
    description: 'Stands in addresses and is the name of its folder.',
    example: 'en',
    form: 'a language tag (BCP 47)',
    remedy: 'Write the code, for example en, ru or zh-Hant.',
  },
  'languages[].name': {
    label: 'The name of the language',
    description: 'As its readers write it.',
    example: 'Русский',
    remedy: 'Write the language’s own name.',
  },
  'languages[].dir': {
    label: 'The direction',
    description: 'ltr or rtl.',
    example: 'ltr',
    form: 'ltr or rtl',
    remedy: 'Write ltr or rtl.',
  },
  'languages[].locale': {
    label: 'The locale',
    description: 'By which dates and numbers are written.',
    example: 'en-GB',
    form: 'a locale (BCP 47)',
    remedy: 'Write a locale such as en-GB or ru.',
  },
  timeZone: {
    label: 'The time zone',
    description: 'The zone in which days begin and times are shown (IANA name).',
    example: 'Europe/Vilnius',
    form: 'a time zone of the IANA list',
    remedy: 'Write a name such as Europe/Vilnius.',
  },
  ...taxonFields('sections', 'section', { id: 'culture', name: { en: 'Culture', ru: 'Культура' } }),
  ...taxonFields('tags', 'tag', { id: 'energy', name: { en: 'Energy', ru: 'Энергетика' } }),
  'tags[].name': {
    label: 'The name of the tag',
    description: 'In each language in which an article uses the tag.',
    example: { en: 'Culture', ru: 'Культура' },
    remedy: 'Write it in each language in which an article uses the tag.',
  },
  'tags[].description': {
    label: 'The description of the tag',
    description: 'A sentence, in each language in which it has a name.',
    example: { en: 'Books and theatre.', ru: 'Книги и театр.' },
    remedy: 'Write it in each language in which the tag has a name, or leave it out.',
  },
  ...taxonFields('series', 'series', { id: 'winter', name: { en: 'Winter', ru: 'Зима' } }),
  navigation: {
    label: 'The navigation',
    description: 'Sections and fixed pages in the header, in their order.',
    example: [{ section: 'culture' }, { page: 'about' }],
    remedy: 'Write a list of “section: id” and “page: name”.',
  },
  'navigation[]': {
    label: 'An entry of the navigation',
    description: 'A section or a fixed page.',
    example: { section: 'culture' },
    remedy: 'Write “section: id” or “page: name”.',
  },
  'navigation[].section': {
    label: 'The section',
    description: 'The id of a section.',
    example: 'culture',
    form: SLUG_FORM,
    remedy: 'Write the id of a section.',
  },
  'navigation[].page': pageField('the entry', 'about'),
  footer: {
    label: 'The footer',
    description: 'Fixed pages linked in the footer, in their order.',
    example: ['about', 'privacy'],
    remedy: 'Write the pages’ names in brackets.',
  },
  'footer[]': pageField('the footer', 'about'),
  principles: pageField('the principles', 'principles'),
  ownership: pageField('ownership and funding', 'about'),
  contact: pageField('contact', 'contact'),
  licence: {
    label: 'The licence',
    description: 'Under what terms the texts may be used: name per language, and an address.',
    example: { name: { en: 'CC BY 4.0', ru: 'CC BY 4.0' } },
    remedy: 'Give name and, if there is one, url.',
  },
  'licence.name': {
    label: 'The name of the licence',
    description: 'In each of the outlet’s languages.',
    example: { en: 'CC BY 4.0', ru: 'CC BY 4.0' },
    remedy: LOCALIZED,
  },
  'licence.url': {
    label: 'The address of the licence',
    description: 'Where its text stands.',
    example: 'https://creativecommons.org/licenses/by/4.0/',
    form: URL_FORM,
    remedy: 'Write the whole https address, or leave the line out.',
  },
  accent: {
    label: 'The accent colour',
    description: 'One colour for each theme; it must be readable on the ground.',
    example: { light: '#9b1c1c', dark: '#ff9d8a' },
    remedy: 'Give light and dark, or leave it out.',
  },
  'accent.light': {
    label: 'The accent in the light theme',
    description: 'Contrast of at least 4.5 : 1 on the light ground.',
    example: '#9b1c1c',
    form: COLOUR_FORM,
    remedy: 'Write it as #rrggbb, in quotes.',
  },
  'accent.dark': {
    label: 'The accent in the dark theme',
    description: 'Contrast of at least 4.5 : 1 on the dark ground.',
    example: '#ff9d8a',
    form: COLOUR_FORM,
    remedy: 'Write it as #rrggbb, in quotes.',
  },
  mark: {
    label: 'The mark',
    description: 'The outlet’s sign: an SVG file beside outlet.yaml.',
    example: 'mark.svg',
    form: 'a file name without folders',
    remedy: 'Put the SVG beside outlet.yaml and write its name, or leave the line out.',
  },
  social: {
    label: 'The list of social links',
    description: 'The outlet’s accounts elsewhere.',
    example: [{ name: 'Mastodon', url: 'https://example.social/@outlet' }],
    remedy: 'Write a list of name and url, or leave it out.',
  },
  'social[]': {
    label: 'A social link',
    description: 'A name and an https address.',
    example: { name: 'Mastodon', url: 'https://example.social/@outlet' },
    remedy: 'Give name and url.',
  },
  'social[].name': {
    label: 'The name of the social link',
    description: 'What the link is called.',
    example: 'Mastodon',
    remedy: 'Write what it is called.',
  },
  'social[].url': {
    label: 'The address of the social link',
    description: 'Where it leads.',
    example: 'https://example.social/@outlet',
    form: URL_FORM,
    remedy: 'Write the whole https address.',
  },
  rootFingerprint: {
    label: 'The fingerprint of the root',
    description: 'SHA-256 of the first root metadata, by which a reader checks the release.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    form: '64 lower-case hexadecimal digits',
    remedy: 'Copy it from the command that made the keys, or leave the line out.',
  },
  fingerprintAt: {
    label: 'The list of places that publish the fingerprint',
    description:
      'Where readers can compare the fingerprint: places that whoever copies the site cannot alter.',
    example: [{ name: 'Mastodon', url: 'https://example.social/@outlet' }],
    remedy: 'Write a list of name and url, or leave it out.',
  },
  'fingerprintAt[]': {
    label: 'A place that publishes the fingerprint',
    description: 'A name and an https address.',
    example: { name: 'Mastodon', url: 'https://example.social/@outlet' },
    remedy: 'Give name and url.',
  },
  'fingerprintAt[].name': {
    label: 'The name of the place',
    description: 'What the place is called.',
    example: 'Mastodon',
    remedy: 'Write what it is called.',
  },
  'fingerprintAt[].url': {
    label: 'The address of the place',
    description: 'The page on which the fingerprint stands.',
    example: 'https://example.social/@outlet',
    form: URL_FORM,
    remedy: 'Write the whole https address.',
  },
  program: {
    label: 'The program for readers',
    description:
      'Where readers get the file with which they check a copy, which “npm run pack:mirror” makes; the page about checking says so.',
    example: {
      url: 'https://files.example/tamizdat-mirror.mjs',
      sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
    remedy: 'Give url and sha256, or leave it out.',
  },
  'program.url': {
    label: 'The address of the program',
    description: 'Where the file lies: on a server that is not the site’s own or a mirror’s.',
    example: 'https://files.example/tamizdat-mirror.mjs',
    form: URL_FORM,
    remedy: 'Write the whole https address.',
  },
  'program.sha256': {
    label: 'The hash of the program',
    description: 'SHA-256 of the file, as “npm run pack:mirror” prints it.',
    example: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    form: '64 lower-case hexadecimal digits',
    remedy: 'Copy it from the command that made the file.',
  },
  reader: {
    label: 'Reading where the site is blocked',
    description:
      'A worker in readers’ browsers that shows only what was signed, and finds it at mirrors where the site’s own address is blocked.',
    example: { worker: true, days: 7 },
    remedy: 'Give worker and days, or leave it out.',
  },
  'reader.worker': {
    label: 'Whether the worker is on',
    description:
      'Whether pages bring the worker. It needs rootFingerprint and releases that are signed anew each day. Switched off again, it leaves readers’ browsers with the next release.',
    example: true,
    form: 'true or false',
    remedy: 'Write true or false, or leave it out (then it is off).',
  },
  'reader.days': {
    label: 'How long pages stay in readers’ browsers',
    description:
      'Days for which pages that were read stay readable without a connection; 0 keeps none. A phone that is looked through shows them.',
    example: 7,
    form: 'a whole number from 0 to 30',
    remedy: 'Write a number of days, or leave it out (then 7).',
  },
  books: {
    label: 'The books of the site',
    description:
      'Articles of a week or a month as one EPUB of at most 5 MB, which opens without a network: how many of each are kept. They are listed on a page and in a catalogue for reading programs (OPDS). Every mirror and every build carries them.',
    example: { weeks: 4, months: 3 },
    remedy: 'Give weeks, months or both, or leave it out.',
  },
  'books.weeks': {
    label: 'How many weeks have a book',
    description: 'Only weeks that are over have one, so that it changes by corrections alone.',
    example: 4,
    form: 'a whole number from 0 to 52',
    remedy: 'Write how many of the newest weeks are kept; 0 for none.',
  },
  'books.months': {
    label: 'How many months have a book',
    description:
      'Only months that are over have one. A month of more than 500 articles has none: books of weeks are lighter.',
    example: 3,
    form: 'a whole number from 0 to 24',
    remedy: 'Write how many of the newest months are kept; 0 for none.',
  },
};

/** The outlet, `content/outlet.yaml`. */
export const OUTLET_FIELDS: FieldTable = {
  ...withRussian(ENGLISH, OUTLET_IN_RUSSIAN),
  ...inRecords('sections', { ...FORMER_ADDRESS_FIELDS, ...FORMER_FEED_FIELDS }),
  ...inRecords('tags', { ...FORMER_ADDRESS_FIELDS, ...FORMER_FEED_FIELDS }),
  ...inRecords('series', FORMER_ADDRESS_FIELDS),
  ...FORMER_FEED_FIELDS,
  ...SUPPORT_FIELDS,
};
