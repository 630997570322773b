import { contentArgument } from '../repository/content-argument.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { SHOWN_MAX } from './limits.ts';

/** What `tamizdat check` takes. */
export const args = {
  paths: {
    type: 'positional',
    description: say({
      en: 'Files or folders to tell of; all where none is named',
      ru: 'О каких файлах или папках говорить; если ничего не названо, обо всех',
    }),
    required: false,
    valueHint: '…',
  },
  content: contentArgument,
  language: languageArgument,
  format: {
    type: 'string',
    description: say({
      en: 'terminal, json, or github: notes on the lines of a pull request, the whole list in its summary',
      ru: 'terminal, json или github: пометки на строках запроса на слияние, весь список в его сводке',
    }),
    valueHint: 'format',
  },
  changed: {
    type: 'string',
    description: say({
      en: 'For github: tell first of the files changed since this commit (default: the base of the pull request)',
      ru: 'Для github: сначала говорить о файлах, изменённых с этого коммита (по умолчанию с основы запроса)',
    }),
    valueHint: 'commit',
  },
  'pull-request': {
    type: 'string',
    description: say({
      en: 'Judge first what this branch changes since that commit: number, size, places and sorts of files, what becomes of published articles, and of keys and addresses',
      ru: 'Сначала оценить, что эта ветка меняет с того коммита: число, размер, места и виды файлов, что становится с опубликованными статьями, с ключами и адресами',
    }),
    valueHint: 'commit',
  },
  kit: {
    type: 'boolean',
    description: say({
      en: 'With --pull-request: files outside the content folder, the public keys and who the outlet is may change, too',
      ru: 'С --pull-request: могут меняться и файлы вне папки содержимого, открытые ключи и то, по чему узнают издание',
    }),
    default: false,
  },
  fix: {
    type: 'boolean',
    description: say({
      en: 'First mend what has one answer: times without a zone, letters in pieces, tracking in links, quotation marks of another language, metadata in pictures, folders’ names',
      ru: 'Сначала исправить то, на что есть один ответ: время без пояса, буквы из частей, слежку в ссылках, кавычки другого языка, метаданные в картинках, имена папок',
    }),
    default: false,
  },
  spelling: {
    type: 'boolean',
    description: say({
      en: 'Also look words up in dictionaries, English and Russian, as advice, of a pull request in what it changes; the outlet’s own stand in content/spelling.txt',
      ru: 'Ещё и искать слова в словарях, английском и русском, как совет, у запроса на слияние в том, что он меняет; свои слова издания — в content/spelling.txt',
    }),
    default: false,
  },
  summary: {
    type: 'boolean',
    description: say({
      en: 'How often each rule spoke, with the first place, instead of every problem',
      ru: 'Сколько раз сработало каждое правило и где впервые, вместо всех сообщений',
    }),
    default: false,
  },
  errors: {
    type: 'boolean',
    description: say({ en: 'Errors alone', ru: 'Только ошибки' }),
    default: false,
  },
  rule: {
    type: 'string',
    description: say({
      en: 'What these rules say alone, several with commas: title-too-long',
      ru: 'Только об этих правилах, несколько через запятую: title-too-long',
    }),
    valueHint: 'code',
  },
  imported: {
    type: 'boolean',
    description: say({
      en: 'What would be worth mending first in articles that are marked as imported',
      ru: 'Что стоило бы сначала поправить в статьях с отметкой imported',
    }),
    default: false,
  },
  limit: {
    type: 'string',
    description: say({
      en: `How many problems to tell of, errors first (default: ${SHOWN_MAX} in a terminal)`,
      ru: `О скольких сообщать, сначала ошибки (по умолчанию ${SHOWN_MAX} в терминале)`,
    }),
    valueHint: 'number',
  },
  json: {
    type: 'boolean',
    description: say({ en: 'The same as --format json', ru: 'То же, что --format json' }),
    default: false,
  },
} as const;
