import { AUTHOR_FIELDS, parseAuthor } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { contextOf, openContent, type OpenContent } from '../edit/open-article.ts';
import { UsageError } from '../frame/usage-error.ts';
import { slugProblem } from './answer-problems.ts';
import { commentedFields, type CommentedField } from './commented-fields.ts';
import { idOfName } from './id-of-name.ts';
import { newArguments, rootOf } from './new-arguments.ts';
import { answerAll, type Ask, withTerminal } from './questions.ts';
import { refuseErrors } from './refuse-errors.ts';
import { reportMade } from './report-made.ts';
import { writeNewFile } from './write-new-file.ts';
import { say } from '../language/say.ts';

const args = {
  name: {
    type: 'string',
    description: say({
      en: 'Name as it is printed; per language: "{ ru: Лида О., en: Lida O. }"',
      ru: 'Имя, как его печатать; по языкам: "{ ru: Лида О., en: Lida O. }"',
    }),
    valueHint: 'name',
  },
  id: {
    type: 'string',
    description: say({
      en: 'Name of the record (default: from the name)',
      ru: 'Имя записи (по умолчанию из имени)',
    }),
    valueHint: 'slug',
  },
  pseudonym: {
    type: 'string',
    description: say({
      en: 'yes where the name hides a person, or no',
      ru: 'yes, если имя скрывает человека, иначе no',
    }),
    valueHint: 'yes|no',
  },
  ...newArguments,
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'author',
    description: say({
      en: 'Make the record of an author, pseudonymous or not. On a terminal it asks for what no option says. Exit codes: 0 made, 1 refused, 2 usage.',
      ru: 'Сделать запись автора, под псевдонимом или нет. В терминале спрашивает то, чего нет в ключах. Коды выхода: 0 сделано, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const content = openContent(rootOf(options));
    const made = await withTerminal((ask) => make(options, content, ask));
    const next = say({
      en: `Articles name this author as “authors: [${made.id}]”. Before you commit: git remembers what this record says of a person.`,
      ru: `В статьях этого автора указывают так: «authors: [${made.id}]». Прежде чем делать коммит: git навсегда запомнит, что эта запись говорит о человеке.`,
    });
    reportMade(made, next, options.json);
  },
});

async function make(options: Options, content: OpenContent, ask: Ask | undefined) {
  const answers = await answerAll(
    [
      { name: 'name', ask: say({ en: 'Name as it is printed', ru: 'Имя, как его печатать' }) },
      {
        name: 'pseudonym',
        ask: say({
          en: 'Does this name hide a person (yes, no)',
          ru: 'Скрывает ли это имя человека (да, нет)',
        }),
        synonyms: YES_OR_NO,
        problem: yesOrNoProblem,
      },
      {
        name: 'id',
        ask: say({
          en: 'Name of the record',
          ru: 'Имя записи',
        }),
        blank: say({ en: 'from the name', ru: 'из имени' }),
        problem: slugProblem,
        otherwise: '',
      },
    ],
    options,
    ask,
  );
  const languages = content.outlet.languages.map(({ code }) => code);
  const name = parseName(answers.name, languages);
  const id = answers.id === '' ? idOfName(name, languages) : answers.id;
  if (id === undefined)
    throw new UsageError(
      say({
        en: 'No id can be made of this name. Name one with --id.',
        ru: 'Из этого имени не сделать идентификатор. Назовите его сами: --id.',
      }),
    );
  const text = commentedFields(fieldsOf(name, answers.pseudonym === 'yes', languages));
  const inside = `authors/${id}.yaml`;
  refuseErrors(parseAuthor(text, contextOf(content, inside)).problems);
  const file = writeNewFile(content.root, inside, text);
  return { file, id };
}

const YES_OR_NO = { y: 'yes', да: 'yes', д: 'yes', n: 'no', нет: 'no', н: 'no' };

const yesOrNoProblem = (answer: string): string | undefined =>
  answer === 'yes' || answer === 'no'
    ? undefined
    : say({ en: 'Answer yes or no.', ru: 'Ответьте «да» или «нет».' });

/** A name for each language; one that is not told apart stands for all. Throws UsageError. */
function parseName(given: string, languages: readonly string[]): Record<string, string> {
  if (!given.startsWith('{')) return Object.fromEntries(languages.map((code) => [code, given]));
  const document = parseDocument(given, { schema: 'failsafe', logLevel: 'error' });
  const isFlat = isMap(document.contents) && document.contents.items.every(isNamed);
  if (document.errors.length > 0 || !isFlat) {
    throw new UsageError(
      say({
        en: `--name: write it as "{ ${languages.map((code) => `${code}: Lida O.`).join(', ')} }".`,
        ru: `--name: пишите так: "{ ${languages.map((code) => `${code}: Lida O.`).join(', ')} }".`,
      }),
    );
  }
  return document.toJS() as Record<string, string>;
}

const isNamed = ({ key, value }: Pair): boolean => isScalar(key) && isScalar(value);

function fieldsOf(
  name: Record<string, string>,
  pseudonym: boolean,
  languages: readonly string[],
): CommentedField[] {
  const field = (key: keyof typeof AUTHOR_FIELDS, value: unknown, optional = false) => ({
    ...{ name: key, value, optional },
    note: say({ en: AUTHOR_FIELDS[key].description, ru: AUTHOR_FIELDS[key].ru.description }),
  });
  return [
    field('name', name),
    ...(pseudonym ? [field('pseudonym', true)] : []),
    field('role', inLanguages(AUTHOR_FIELDS.role.example, languages), true),
    field('bio', inLanguages(AUTHOR_FIELDS.bio.example, languages), true),
  ];
}

/** An example in the outlet's languages: in English where there is none. */
const inLanguages = (example: Record<string, string>, languages: readonly string[]) =>
  Object.fromEntries(
    languages.map((code) => [code, example[code.split('-')[0] ?? ''] ?? example['en']]),
  );
