import path from 'node:path';
import { KINDS, parseArticle } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { ulid } from 'ulid';
import { readNow } from '../clock/read-now.ts';
import { contextOf, openContent, type OpenContent } from '../edit/open-article.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultContent } from '../repository/folders.ts';
import { addressProblem, slugProblem, titleProblem } from './answer-problems.ts';
import { newArticlePath } from './article-place.ts';
import { articleText } from './article-text.ts';
import { answerAll, type Ask, type Question, splitAnswer, withTerminal } from './questions.ts';
import { refuseErrors } from './refuse-errors.ts';
import { reportMade } from './report-made.ts';
import { writeNewFile } from './write-new-file.ts';

const args = {
  title: { type: 'string', description: 'Headline', valueHint: 'text' },
  lang: { type: 'string', description: 'Language', valueHint: 'code' },
  kind: { type: 'string', description: `Kind: ${KINDS.join(', ')}`, valueHint: 'kind' },
  section: { type: 'string', description: 'Id of the section', valueHint: 'id' },
  tags: { type: 'string', description: 'Ids of tags, with commas', valueHint: 'ids' },
  authors: { type: 'string', description: 'Ids of authors, with commas', valueHint: 'ids' },
  slug: {
    type: 'string',
    description: 'End of the address (default: from the headline)',
    valueHint: 'slug',
  },
  publisher: {
    type: 'string',
    description: 'Republished: who published it first',
    valueHint: 'name',
  },
  url: { type: 'string', description: 'Republished: its address there', valueHint: 'address' },
  licence: {
    type: 'string',
    description: 'Republished: its licence, or who allowed it',
    valueHint: 'text',
  },
  content: contentArgument,
  json: { type: 'boolean', description: 'Print what was made as JSON', default: false },
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'article',
    description:
      'Begin an article: its folder, its id, and the fields that its kind needs. On a terminal it asks for what no option says. Exit codes: 0 made, 1 refused, 2 usage.',
  },
  args,
  async run({ args: options }) {
    const content = openContent(path.resolve(options.content ?? defaultContent));
    const made = await withTerminal((ask) => make(options, content, ask));
    reportMade(
      made,
      'Write the text below the second “---”, put pictures beside the file, and run “npm run check”.',
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
  const id = ulid();
  const now = readNow();
  const inside = newArticlePath(content, { lang, title, slug, now });
  const text = articleText({
    ...{ id, lang, kind, title, section, original },
    tags: splitAnswer(tags),
    authors: splitAnswer(authors),
  });
  refuseErrors(parseArticle(text, contextOf(content, inside)).problems);
  const file = path.join(content.root, inside);
  await writeNewFile(file, text);
  return { file, id };
}

type Name = 'title' | 'lang' | 'kind' | 'section' | 'tags' | 'authors' | 'slug';

function questionsOf({ outlet, authors }: OpenContent): Question<Name>[] {
  const languages = outlet.languages.map(({ code }) => code);
  const [only] = languages.length === 1 ? languages : [];
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    { name: 'title', ask: 'Headline', problem: titleProblem },
    {
      name: 'lang',
      ask: 'Language',
      choices: languages,
      ...(only === undefined ? {} : { otherwise: only }),
    },
    { name: 'kind', ask: 'Kind', choices: KINDS, otherwise: 'news' },
    { name: 'section', ask: 'Section', choices: ids(outlet.sections) },
    { name: 'tags', ask: 'Tags', choices: ids(outlet.tags), several: true, otherwise: '' },
    { name: 'authors', ask: 'Authors', choices: authors, several: true, otherwise: '' },
    {
      name: 'slug',
      ask: 'End of the address, from the headline if empty',
      problem: slugProblem,
      otherwise: '',
    },
  ];
}

const ORIGINAL: Question<'publisher' | 'url' | 'licence'>[] = [
  { name: 'publisher', ask: 'Who published it first' },
  { name: 'url', ask: 'Its address there', problem: addressProblem },
  { name: 'licence', ask: 'Its licence, or who allowed you to publish it' },
];
