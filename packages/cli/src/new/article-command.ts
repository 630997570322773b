import { KINDS, parseArticle } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { ulid } from 'ulid';
import { readNow } from '../clock/read-now.ts';
import { contextOf, openContent, type OpenContent } from '../edit/open-article.ts';
import { addressProblem, titleProblem } from './answer-problems.ts';
import { newArticlePath } from './article-place.ts';
import { articleText } from './article-text.ts';
import { howToList } from './how-to-list.ts';
import { newArguments, rootOf, SLUG_QUESTION, slugArgument } from './new-arguments.ts';
import { answerAll, type Ask, type Question, splitAnswer, withTerminal } from './questions.ts';
import { refuseErrors } from './refuse-errors.ts';
import { reportMade } from './report-made.ts';
import { writeNewFile } from './write-new-file.ts';
import { say } from '../language/say.ts';

const args = {
  title: {
    type: 'string',
    description: say({ en: 'Headline', ru: 'Заголовок' }),
    valueHint: 'text',
  },
  lang: { type: 'string', description: say({ en: 'Language', ru: 'Язык' }), valueHint: 'code' },
  kind: {
    type: 'string',
    description: say({ en: `Kind: ${KINDS.join(', ')}`, ru: `Жанр: ${KINDS.join(', ')}` }),
    valueHint: 'kind',
  },
  section: {
    type: 'string',
    description: say({ en: 'Id of the section', ru: 'Идентификатор раздела' }),
    valueHint: 'id',
  },
  tags: {
    type: 'string',
    description: say({ en: 'Ids of tags, with commas', ru: 'Идентификаторы тем через запятую' }),
    valueHint: 'ids',
    mayBeEmpty: true,
  },
  authors: {
    type: 'string',
    description: say({
      en: 'Ids of authors, with commas',
      ru: 'Идентификаторы авторов через запятую',
    }),
    valueHint: 'ids',
    mayBeEmpty: true,
  },
  slug: slugArgument,
  publisher: {
    type: 'string',
    description: say({
      en: 'Republished or a link: who published it',
      ru: 'Перепечатка или ссылка: кто опубликовал',
    }),
    valueHint: 'name',
  },
  url: {
    type: 'string',
    description: say({
      en: 'Republished or a link: its address there',
      ru: 'Перепечатка или ссылка: адрес там',
    }),
    valueHint: 'address',
  },
  licence: {
    type: 'string',
    description: say({
      en: 'Republished: its licence, or who allowed it',
      ru: 'Перепечатка: её лицензия или кто разрешил',
    }),
    valueHint: 'text',
  },
  ...newArguments,
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'article',
    description: say({
      en: 'Begin an article: its folder, its id, and the fields that its kind needs. On a terminal it asks for what no option says. Exit codes: 0 made, 1 refused, 2 usage.',
      ru: 'Начать статью: папка, id и поля, которые нужны её жанру. В терминале спрашивает то, чего нет в ключах. Коды выхода: 0 сделано, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const content = openContent(rootOf(options));
    const made = await withTerminal((ask) => make(options, content, ask));
    reportMade(
      made,
      say({
        en: 'Write the text below the second “---”, put pictures beside the file, and run “npm run check”.',
        ru: 'Напишите текст под вторым «---», положите картинки рядом с файлом и запустите «npm run check».',
      }),
      options.json,
    );
  },
});

async function make(options: Options, content: OpenContent, ask: Ask | undefined) {
  const { title, lang, kind, section, tags, authors, slug } = await answerAll(
    questionsOf(content),
    options,
    ask,
  );
  const original = kind === 'republished' ? await answerAll(ORIGINAL, options, ask) : undefined;
  const linkTo = kind === 'link' ? await answerAll(LINK_TO, options, ask) : undefined;
  const id = ulid();
  const now = readNow();
  const inside = newArticlePath(content, { lang, title, slug, now });
  const text = articleText({
    ...{ id, lang, kind, title, section, original, linkTo },
    tags: splitAnswer(tags),
    authors: splitAnswer(authors),
  });
  refuseErrors(parseArticle(text, contextOf(content, inside)).problems);
  const file = writeNewFile(content.root, inside, text);
  return { file, id };
}

type Name = 'title' | 'lang' | 'kind' | 'section' | 'tags' | 'authors' | 'slug';

function questionsOf({ root, outlet, authors }: OpenContent): Question<Name>[] {
  const languages = outlet.languages.map(({ code }) => code);
  const [only] = languages.length === 1 ? languages : [];
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    { name: 'title', ask: say({ en: 'Headline', ru: 'Заголовок' }), problem: titleProblem },
    {
      name: 'lang',
      ask: say({ en: 'Language', ru: 'Язык' }),
      choices: languages,
      ...(only === undefined ? {} : { otherwise: only }),
    },
    { name: 'kind', ask: say({ en: 'Kind', ru: 'Жанр' }), choices: KINDS, otherwise: 'news' },
    {
      name: 'section',
      ask: say({ en: 'Section', ru: 'Раздел' }),
      choices: ids(outlet.sections),
      making: howToList('sections', root, languages),
    },
    {
      name: 'tags',
      ask: say({ en: 'Tags', ru: 'Темы' }),
      choices: ids(outlet.tags),
      making: howToList('tags', root, languages),
      several: true,
      otherwise: '',
    },
    {
      name: 'authors',
      ask: say({ en: 'Authors', ru: 'Авторы' }),
      choices: authors,
      making: () =>
        say({
          en: 'There are no authors yet. Make the record of one: tamizdat new author',
          ru: 'Авторов пока нет. Сделайте запись об авторе: tamizdat new author',
        }),
      several: true,
      otherwise: '',
    },
    SLUG_QUESTION,
  ];
}

const ORIGINAL: Question<'publisher' | 'url' | 'licence'>[] = [
  { name: 'publisher', ask: say({ en: 'Who published it first', ru: 'Кто опубликовал первым' }) },
  { name: 'url', ask: say({ en: 'Its address there', ru: 'Адрес там' }), problem: addressProblem },
  {
    name: 'licence',
    ask: say({
      en: 'Its licence, or who allowed you to publish it',
      ru: 'Лицензия или кто разрешил перепечатку',
    }),
  },
];

const LINK_TO: Question<'publisher' | 'url'>[] = [
  { name: 'publisher', ask: say({ en: 'Whose piece it is', ru: 'Чей это материал' }) },
  { name: 'url', ask: say({ en: 'Its address', ru: 'Его адрес' }), problem: addressProblem },
];
