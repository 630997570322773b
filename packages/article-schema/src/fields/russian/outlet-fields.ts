import type { RussianNotes } from '../notes.ts';
import {
  EVERY_LANGUAGE,
  EVERY_LANGUAGE_OR_NONE,
  FILE_FORM,
  LANGUAGE_FORM,
  NAME_AND_URL,
  NAMES_AND_URLS_OR_NONE,
  SLUG_FORM,
  URL_FORM,
  WRITE_URL,
  WRITE_URL_OR_NONE,
} from './forms.ts';

/** A list of sections, tags or series; `of` is one of them in the genitive. */
function taxon(list: string, label: string, one: string, of: string): Record<string, RussianNotes> {
  return {
    [list]: { label, remedy: 'Перечислите id и name.' },
    [`${list}[]`]: { label: one, remedy: 'Укажите id и name.' },
    [`${list}[].id`]: {
      label: `идентификатор ${of}`,
      form: SLUG_FORM,
      remedy: 'Напишите короткое имя и больше его не меняйте.',
    },
    [`${list}[].name`]: { label: `название ${of}`, remedy: EVERY_LANGUAGE },
    [`${list}[].description`]: { label: `описание ${of}`, remedy: EVERY_LANGUAGE_OR_NONE },
  };
}

const page = (label: string): RussianNotes => ({
  label,
  form: SLUG_FORM,
  remedy: 'Напишите имя файла из content/pages/<язык> без «.md».',
});

const COLOUR: Omit<RussianNotes, 'label'> = {
  form: 'цвет из шести шестнадцатеричных цифр',
  remedy: 'Напишите его как #rrggbb, в кавычках.',
};

/** What the fields of `outlet.yaml` are in Russian. */
export const OUTLET_IN_RUSSIAN: Readonly<Record<string, RussianNotes>> = {
  name: { label: 'название издания', remedy: EVERY_LANGUAGE },
  tagline: { label: 'девиз', remedy: EVERY_LANGUAGE_OR_NONE },
  description: { label: 'что это за издание', remedy: EVERY_LANGUAGE },
  origin: {
    label: 'собственный адрес сайта',
    form: URL_FORM,
    remedy: 'Напишите собственный https-адрес сайта.',
  },
  tagAuthority: {
    label: 'основа имён в лентах',
    remedy: 'Укажите domain и date и никогда их не меняйте.',
    why: 'Никогда не меняйте её, даже вместе с адресом сайта: подписчики лент получат каждый материал дважды.',
  },
  'tagAuthority.domain': {
    label: 'домен для имён в лентах',
    form: 'домен строчными буквами',
    remedy: 'Напишите домен без https://.',
  },
  'tagAuthority.date': {
    label: 'дата для имён в лентах',
    form: 'год, месяц или день, например 2026-01-01',
    remedy: 'Напишите дату в кавычках.',
  },
  languages: { label: 'языки издания', remedy: 'Укажите code, name, dir и locale каждого.' },
  'languages[]': { label: 'язык', remedy: 'Укажите code, name, dir и locale.' },
  'languages[].code': {
    label: 'код языка',
    form: LANGUAGE_FORM,
    remedy: 'Напишите код, например en, ru или zh-Hant.',
  },
  'languages[].name': {
    label: 'название языка',
    remedy: 'Напишите, как язык называется на нём самом.',
  },
  'languages[].dir': {
    label: 'направление письма',
    form: 'ltr или rtl',
    remedy: 'Напишите ltr или rtl.',
  },
  'languages[].locale': {
    label: 'запись дат и чисел',
    form: 'локаль (BCP 47)',
    remedy: 'Напишите локаль, например en-GB или ru.',
  },
  timeZone: {
    label: 'часовой пояс',
    form: 'часовой пояс из списка IANA',
    remedy: 'Напишите название, например Europe/Vilnius.',
  },
  ...taxon('sections', 'разделы', 'раздел', 'раздела'),
  ...taxon('tags', 'темы', 'тема', 'темы'),
  'tags[].name': {
    label: 'название темы',
    remedy: 'Напишите на каждом языке, на котором тема стоит у статьи.',
  },
  'tags[].description': {
    label: 'описание темы',
    remedy: 'Напишите на каждом языке, на котором у темы есть название, или уберите.',
  },
  ...taxon('series', 'серии', 'серия', 'серии'),
  navigation: {
    label: 'меню',
    remedy: 'Перечислите «section: id» и «page: имя».',
  },
  'navigation[]': {
    label: 'пункт меню',
    remedy: 'Напишите «section: id» или «page: имя».',
  },
  'navigation[].section': {
    label: 'раздел',
    form: SLUG_FORM,
    remedy: 'Напишите идентификатор раздела.',
  },
  'navigation[].page': page('страница меню'),
  footer: {
    label: 'подвал сайта',
    remedy: 'Напишите имена страниц в квадратных скобках.',
  },
  'footer[]': page('страница подвала'),
  principles: page('страница о принципах'),
  ownership: page('страница о владельцах и деньгах'),
  contact: page('страница контактов'),
  licence: { label: 'лицензия', remedy: 'Укажите name и, если есть, url.' },
  'licence.name': { label: 'название лицензии', remedy: EVERY_LANGUAGE },
  'licence.url': { label: 'адрес лицензии', form: URL_FORM, remedy: WRITE_URL_OR_NONE },
  accent: { label: 'цвет акцента', remedy: 'Укажите light и dark или уберите поле.' },
  'accent.light': { label: 'акцент в светлой теме', ...COLOUR },
  'accent.dark': { label: 'акцент в тёмной теме', ...COLOUR },
  mark: {
    label: 'знак издания',
    form: FILE_FORM,
    remedy: 'Положите SVG рядом с outlet.yaml и напишите имя файла или уберите строку.',
  },
  social: { label: 'страницы издания', remedy: NAMES_AND_URLS_OR_NONE },
  'social[]': { label: 'страница издания', remedy: NAME_AND_URL },
  'social[].name': { label: 'название ссылки', remedy: 'Напишите, как она называется.' },
  'social[].url': { label: 'адрес ссылки', form: URL_FORM, remedy: WRITE_URL },
  rootFingerprint: {
    label: 'отпечаток корневого ключа',
    form: '64 шестнадцатеричные цифры строчными буквами',
    remedy: 'Скопируйте его из команды, которая сделала ключи, или уберите строку.',
  },
  fingerprintAt: {
    label: 'где опубликован отпечаток',
    remedy: NAMES_AND_URLS_OR_NONE,
  },
  'fingerprintAt[]': { label: 'место с отпечатком', remedy: NAME_AND_URL },
  'fingerprintAt[].name': { label: 'название места', remedy: 'Напишите, как оно называется.' },
  'fingerprintAt[].url': { label: 'адрес места', form: URL_FORM, remedy: WRITE_URL },
  program: { label: 'программа для читателей', remedy: 'Укажите url и sha256 или уберите поле.' },
  'program.url': { label: 'адрес программы', form: URL_FORM, remedy: WRITE_URL },
  'program.sha256': {
    label: 'хеш программы',
    form: '64 шестнадцатеричные цифры строчными буквами',
    remedy: 'Скопируйте его из команды, которая сделала файл.',
  },
  reader: {
    label: 'чтение при блокировке',
    remedy: 'Укажите worker и days или уберите поле.',
  },
  'reader.worker': {
    label: 'включён ли помощник в браузере',
    form: 'true или false',
    remedy: 'Напишите true или false или уберите строку (тогда выключен).',
  },
  'reader.days': {
    label: 'сколько дней страницы остаются в браузере',
    form: 'целое число от 0 до 30',
    remedy: 'Напишите число дней или уберите строку (тогда 7).',
  },
  books: {
    label: 'книги сайта',
    remedy: 'Укажите weeks, months или и то и другое — либо уберите поле.',
  },
  'books.weeks': {
    label: 'за сколько недель есть книги',
    form: 'целое число от 0 до 52',
    remedy: 'Напишите, сколько последних недель хранить; 0 — ни одной.',
  },
  'books.months': {
    label: 'за сколько месяцев есть книги',
    form: 'целое число от 0 до 24',
    remedy: 'Напишите, сколько последних месяцев хранить; 0 — ни одного.',
  },
};
