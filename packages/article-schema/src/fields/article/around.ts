import { ADVICE, CONTENT_WARNINGS } from '../../vocabulary.ts';
import { URL_FORM, oneOf } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const WARNING = { warning: 'violence', note: 'Описание ареста' };
const BLURB = 'Как портовый город прожил три зимы без электросети.';
const REASON = 'Адвокат просит напечатать этот номер.';

/** What stands around the text, and where else it is used. */
export const AROUND = {
  contentWarnings: {
    label: 'The list of content warnings',
    description: 'What a reader may not want to meet unprepared; stands before the text.',
    example: [{ warning: 'violence', note: 'Describes an arrest' }],
    remedy: 'Write a list of warnings, or leave the line out.',
    ru: {
      label: 'предупреждения',
      description: 'К чему читатель может быть не готов; стоит перед текстом.',
      remedy: 'Перечислите предупреждения или уберите строку.',
      example: [WARNING],
    },
  },
  'contentWarnings[]': {
    label: 'A content warning',
    description: 'A word of the list, and a note if it needs one.',
    example: { warning: 'violence', note: 'Describes an arrest' },
    remedy: `Give a “warning” from the list: ${CONTENT_WARNINGS.join(', ')}.`,
    ru: {
      label: 'предупреждение',
      description: 'Слово из списка и, если нужно, пояснение.',
      remedy: `Укажите «warning» из списка: ${CONTENT_WARNINGS.join(', ')}.`,
      example: WARNING,
    },
  },
  'contentWarnings[].warning': {
    label: 'The content warning',
    description: 'A word of the list.',
    example: 'violence',
    form: oneOf(CONTENT_WARNINGS),
    remedy: `Write one of: ${CONTENT_WARNINGS.join(', ')}.`,
    ru: {
      label: 'о чём предупреждение',
      description: 'Слово из списка.',
      form: ru.oneOf(CONTENT_WARNINGS),
      remedy: ru.writeOneOf(CONTENT_WARNINGS),
    },
  },
  'contentWarnings[].note': {
    text: 'typeset',
    label: 'The note to the content warning',
    description: 'What exactly, in a few words.',
    example: 'Describes an arrest',
    remedy: 'Write a few words, or leave the line out.',
    ru: {
      label: 'пояснение к предупреждению',
      description: 'Что именно, в нескольких словах.',
      remedy: 'Напишите несколько слов или уберите строку.',
      example: WARNING.note,
    },
  },
  original: {
    label: 'The original',
    description: 'Where a republished article first appeared; required for kind republished.',
    example: {
      publisher: 'The Harbour Gazette',
      url: 'https://example.org/story',
      licence: 'CC BY-ND 4.0',
    },
    remedy: 'Say where it was first published and who allowed its reuse: publisher, url, licence.',
    ru: {
      label: 'оригинал',
      description: 'Где перепечатанный материал вышел впервые; обязательно для жанра republished.',
      remedy:
        'Скажите, где материал вышел впервые и кто разрешил перепечатку: publisher, url, licence.',
      example: {
        publisher: 'Портовая газета',
        url: 'https://example.org/story',
        licence: 'С разрешения редакции',
      },
    },
  },
  'original.publisher': {
    text: 'typeset',
    label: 'The original publisher',
    description: 'Who published it first.',
    example: 'The Harbour Gazette',
    remedy: 'Write who published it first.',
    ru: {
      label: 'первый издатель',
      description: 'Кто опубликовал первым.',
      remedy: 'Напишите, кто опубликовал первым.',
      example: 'Портовая газета',
    },
  },
  'original.url': {
    label: 'The original address',
    description: 'Where it was first published.',
    example: 'https://example.org/story',
    form: URL_FORM,
    remedy: 'Write the whole https address of the original.',
    ru: {
      label: 'адрес оригинала',
      description: 'Где материал вышел впервые.',
      form: ru.URL_FORM,
      remedy: 'Напишите полный https-адрес оригинала.',
    },
  },
  'original.licence': {
    text: 'asWritten',
    label: 'The terms of reuse',
    description: 'The licence, or who allowed the reuse.',
    example: 'With permission of the editor',
    remedy: 'Write the licence, or who allowed the reuse.',
    ru: {
      label: 'условия перепечатки',
      description: 'Лицензия или кто разрешил перепечатку.',
      remedy: 'Напишите лицензию или кто разрешил перепечатку.',
      example: 'С разрешения редакции',
    },
  },
  linkTo: {
    label: 'The piece elsewhere',
    description: 'Whose piece this points to; required for kind link, and for no other.',
    example: { publisher: 'The Harbour Gazette', url: 'https://example.org/story' },
    remedy: 'Say whose piece it is and where it is read: publisher, url.',
    ru: {
      label: 'материал на другом сайте',
      description: 'Чей это материал и где он; обязательно для жанра link и только для него.',
      remedy: 'Скажите, чей это материал и где его читать: publisher, url.',
      example: { publisher: 'Портовая газета', url: 'https://example.org/story' },
    },
  },
  'linkTo.publisher': {
    text: 'typeset',
    label: 'The publisher of the piece',
    description: 'Whose it is.',
    example: 'The Harbour Gazette',
    remedy: 'Write whose piece it is.',
    ru: {
      label: 'чей это материал',
      description: 'Кто его опубликовал.',
      remedy: 'Напишите, чей это материал.',
      example: 'Портовая газета',
    },
  },
  'linkTo.url': {
    label: 'The address of the piece',
    description: 'Where it is read.',
    example: 'https://example.org/story',
    form: URL_FORM,
    remedy: 'Write the whole https address of the piece.',
    ru: {
      label: 'адрес материала',
      description: 'Где его читать.',
      form: ru.URL_FORM,
      remedy: 'Напишите полный https-адрес материала.',
    },
  },
  newsletter: {
    label: 'The newsletter pick',
    description: 'Whether the newsletter takes it, and with what words.',
    example: { pick: true, blurb: 'How a port town outlived three winters without the grid.' },
    remedy: 'Give pick and blurb, or leave the lines out.',
    ru: {
      label: 'выбор для рассылки',
      description: 'Берёт ли материал рассылка и с какими словами.',
      remedy: 'Укажите pick и blurb или уберите эти строки.',
      example: { pick: true, blurb: BLURB },
    },
  },
  'newsletter.pick': {
    label: 'The mark “pick”',
    description: 'True where the newsletter takes the article.',
    example: true,
    form: 'true or false',
    remedy: 'Write true or false.',
    ru: {
      label: 'в рассылку',
      description: 'true, если рассылка берёт материал.',
      form: 'true или false',
      remedy: 'Напишите true или false.',
    },
  },
  'newsletter.blurb': {
    text: 'typeset',
    label: 'The blurb',
    description: 'What the newsletter says about it; a pick needs one.',
    example: 'How a port town outlived three winters without the grid.',
    remedy: 'Write a sentence or two.',
    ru: {
      label: 'слова для рассылки',
      description: 'Что рассылка говорит о материале; без этого в рассылку не взять.',
      remedy: 'Напишите одно-два предложения.',
      example: BLURB,
    },
  },
  declined: {
    label: 'The list of declined advice',
    description: 'Rules of style that are not to be told of in this article, each with the reason.',
    example: [{ rule: 'contact', reason: 'The lawyer wants this number printed.' }],
    form: 'a list of rules, each with its reason',
    remedy: 'Write each rule with its reason, or leave the list out.',
    ru: {
      label: 'отклонённые советы',
      description: 'Правила стиля, о которых в этой статье не напоминать, каждое с причиной.',
      form: 'список правил, каждое с причиной',
      remedy: 'Напишите каждое правило с причиной или уберите список.',
      example: [{ rule: 'contact', reason: REASON }],
    },
  },
  'declined[].rule': {
    label: 'The declined rule',
    description: 'The name of the rule, as the check tells it behind “style-”.',
    example: 'contact',
    form: oneOf(ADVICE),
    remedy: `Write one of: ${ADVICE.join(', ')}.`,
    ru: {
      label: 'отклонённое правило',
      description: 'Имя правила: проверка пишет его после «style-».',
      form: ru.oneOf(ADVICE),
      remedy: ru.writeOneOf(ADVICE),
    },
  },
  'declined[].reason': {
    label: 'The reason',
    description: 'Why the rule does not hold here; for those who edit the article later.',
    example: 'The lawyer wants this number printed.',
    form: 'a reason of 5 to 300 characters, on one line',
    remedy: 'Say why the rule does not hold here.',
    ru: {
      label: 'причина',
      description: 'Почему правило здесь не действует; для тех, кто будет править статью потом.',
      form: 'причину: от 5 до 300 символов, в одну строку',
      remedy: 'Скажите, почему правило здесь не действует.',
      example: REASON,
    },
  },
  showAppeal: {
    label: 'The mark “showAppeal”',
    description: 'False on stories where asking for money is wrong; true where left out.',
    example: false,
    form: 'true or false',
    remedy: 'Write true or false, or leave the line out.',
    ru: {
      label: 'показывать просьбу о поддержке',
      description: 'false там, где просить деньги неуместно; если поля нет, то true.',
      form: 'true или false',
      remedy: ru.WRITE_BOOLEAN_OR_NONE,
    },
  },
} as const satisfies FieldTable;
