import { URL_FORM } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const ALT = 'Портовый кран ночью, подсвеченный снизу';

/** The image over the text. */
export const LEAD_IMAGE = {
  leadImage: {
    label: 'The lead image',
    description: 'The image over the text; a file in the article’s folder.',
    example: {
      file: 'harbour.jpg',
      alt: 'A crane lit from below at night',
      credit: 'Anna Petrova',
    },
    remedy: 'Give file, alt and credit, or leave the lead image out.',
    ru: {
      label: 'главная картинка',
      description: 'Картинка над текстом; файл в папке статьи.',
      remedy: 'Укажите file, alt и credit или обойдитесь без главной картинки.',
      example: { file: 'harbour.jpg', alt: ALT, credit: 'Анна Петрова' },
    },
  },
  'leadImage.file': {
    label: 'The lead image’s file',
    description: 'The name of a file beside index.md.',
    example: 'harbour.jpg',
    form: 'a file name without folders',
    remedy: 'Put the image beside index.md and write its name.',
    ru: {
      label: 'файл главной картинки',
      description: 'Имя файла рядом с index.md.',
      form: ru.FILE_FORM,
      remedy: 'Положите картинку рядом с index.md и напишите имя файла.',
    },
  },
  'leadImage.alt': {
    text: 'typeset',
    label: 'The alternative text',
    description: 'What the image shows, for those who do not see it; 5 to 1,000 characters.',
    example: 'A harbour crane lit from below at night',
    remedy: 'Say what the image shows, or write “decorative: true” where it tells nothing.',
    why: 'Screen readers read it out, and it stands where the image does not load.',
    ru: {
      label: 'описание картинки',
      description: 'Что на картинке, для тех, кто её не видит; от 5 до 1000 символов.',
      remedy:
        'Скажите, что на картинке, или напишите «decorative: true», если она ничего не сообщает.',
      why: 'Его читает вслух экранный диктор, и оно видно, когда картинка не загрузилась.',
      example: ALT,
    },
  },
  'leadImage.decorative': {
    label: 'The mark “decorative”',
    description: 'True where the image tells nothing that needs words.',
    example: true,
    form: 'true',
    remedy: 'Write “decorative: true”, or leave the line out and write “alt”.',
    ru: {
      label: 'картинка для украшения',
      description: 'true, если картинка не сообщает ничего, что нужно сказать словами.',
      form: 'true',
      remedy: 'Напишите «decorative: true» или уберите строку и напишите «alt».',
    },
  },
  'leadImage.caption': {
    text: 'typeset',
    label: 'The caption',
    description: 'The line under the image.',
    example: 'The harbour on the third night of the blackout',
    remedy: 'Write a line, or leave it out.',
    ru: {
      label: 'подпись под картинкой',
      description: 'Строка под картинкой.',
      remedy: 'Напишите подпись или уберите строку.',
      example: 'Порт на третью ночь без света',
    },
  },
  'leadImage.credit': {
    text: 'typeset',
    label: 'The credit of the lead image',
    description: 'Who made the image, as it is to be printed.',
    example: 'Anna Petrova / Harbour Museum',
    remedy: 'Write who made the image.',
    why: 'Every image on the site names who made it.',
    ru: {
      label: 'чья картинка',
      description: 'Кто сделал картинку, как это печатать.',
      remedy: 'Напишите, кто сделал картинку.',
      why: 'У каждой картинки на сайте назван тот, кто её сделал.',
      example: 'Анна Петрова / Музей порта',
    },
  },
  'leadImage.licence': {
    text: 'asWritten',
    label: 'The licence of the lead image',
    description: 'Under what terms it may be used.',
    example: 'CC BY 4.0',
    remedy: 'Write the licence’s name, or leave the line out.',
    ru: {
      label: 'лицензия картинки',
      description: 'На каких условиях её можно использовать.',
      remedy: 'Напишите название лицензии или уберите строку.',
    },
  },
  'leadImage.source': {
    label: 'The source of the lead image',
    description: 'The address where it was found.',
    example: 'https://example.org/photos/17',
    form: URL_FORM,
    remedy: 'Write the whole https address, or leave the line out.',
    ru: {
      label: 'откуда картинка',
      description: 'Адрес, по которому её нашли.',
      form: ru.URL_FORM,
      remedy: ru.WRITE_URL_OR_NONE,
    },
  },
} as const satisfies FieldTable;
