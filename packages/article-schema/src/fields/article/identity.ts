import { KINDS } from '../../vocabulary.ts';
import { SLUG_FORM, oneOf } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

/** What an article is known by, and what it is. */
export const IDENTITY = {
  id: {
    label: 'The id',
    description: 'The permanent name of the article, made once by “npx tamizdat id”.',
    example: '01JD8Z0Q5X4K2M7N9P3R6S8T0V',
    form: 'a ULID: 26 digits and capital letters without I, L, O and U',
    remedy: 'Take the one that “npx tamizdat id” prints, and never change it afterwards.',
    why: 'Never change an id: readers of the feed would get the story twice.',
    ru: {
      label: 'постоянное имя статьи',
      description: 'Постоянное имя статьи; его один раз выдаёт «npx tamizdat id».',
      form: ru.ULID_FORM,
      remedy: 'Возьмите то, что печатает «npx tamizdat id», и больше никогда не меняйте.',
      why: 'Никогда не меняйте id: подписчики ленты получат статью дважды.',
    },
  },
  translationKey: {
    label: 'The translation key',
    description: 'The same word in every language’s version of one story; one article a language.',
    example: 'harbour-lights',
    form: SLUG_FORM,
    remedy: 'Write the same key in each translation, or leave the line out.',
    ru: {
      label: 'ключ перевода',
      description: 'Одно и то же слово в версиях статьи на разных языках; одна статья на язык.',
      form: ru.SLUG_FORM,
      remedy: 'Напишите один и тот же ключ в каждом переводе или уберите строку.',
    },
  },
  lang: {
    label: 'The language',
    description: 'The article’s language; the same as its folder’s.',
    example: 'en',
    form: 'a language tag (BCP 47)',
    remedy: 'Write the language of the folder the article stands in.',
    ru: {
      label: 'язык',
      description: 'Язык статьи; такой же, как у её папки.',
      form: ru.LANGUAGE_FORM,
      remedy: 'Напишите язык папки, в которой лежит статья.',
    },
  },
  formerAddresses: {
    label: 'The list of former addresses',
    description: 'Addresses the article had before; each becomes a page that leads on.',
    example: ['en/2026/11/21/harbour-lights'],
    remedy: 'List the former addresses, or leave the line out.',
    ru: {
      label: 'прежние адреса',
      description: 'Адреса, которые были у статьи раньше; с каждого читатель попадёт на новый.',
      remedy: 'Перечислите прежние адреса или уберите строку.',
    },
  },
  'formerAddresses[]': {
    label: 'A former address',
    description: 'Path from the site’s root, without “.html”.',
    example: 'en/2026/11/21/harbour-lights',
    form: `parts of ${SLUG_FORM}, with “/” between them and without “.html”`,
    remedy: 'Write the path that stood after the site’s name, without “.html”.',
    ru: {
      label: 'прежний адрес',
      description: 'Путь от корня сайта, без «.html».',
      form: `путь из частей (${ru.SLUG_FORM}), с «/» между ними и без «.html»`,
      remedy: 'Напишите путь, который стоял после имени сайта, без «.html».',
    },
  },
  feedId: {
    label: 'The former id in feeds',
    description:
      'Under which id the feeds of a former system told this article. The feeds keep it, so that nobody gets the article again; “tamizdat import” writes it.',
    example: 'https://old.example/?p=12',
    remedy: 'Write the id as the former feed had it, in one line, or leave the line out.',
    why: 'Never change it afterwards: readers of the feed would get the story twice.',
    ru: {
      label: 'прежний id в лентах',
      description:
        'Под каким id статья была в лентах прежней системы. Ленты его сохраняют, чтобы никто не получил статью снова; его пишет «tamizdat import».',
      remedy: 'Напишите id таким, каким он был в прежней ленте, одной строкой, или уберите строку.',
      why: 'Потом никогда не меняйте: подписчики ленты получат статью дважды.',
    },
  },
  kind: {
    label: 'The kind',
    description: 'What sort of piece it is.',
    example: 'news',
    form: oneOf(KINDS),
    remedy: `Write one of: ${KINDS.join(', ')}.`,
    ru: {
      label: 'жанр',
      description: 'Что это за материал.',
      form: ru.oneOf(KINDS),
      remedy: ru.writeOneOf(KINDS),
    },
  },
} as const satisfies FieldTable;
