import { constants } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArticle } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { ulid } from 'ulid';
import { readNow } from '../clock/read-now.ts';
import { changeArticle, type FieldsChange, writeArticle } from '../edit/change-article.ts';
import { contextOf, type OpenArticle } from '../edit/open-article.ts';
import { setFields } from '../edit/set-fields.ts';
import { UsageError } from '../frame/usage-error.ts';
import { titleProblem } from './answer-problems.ts';
import { findTranslation } from './find-translation.ts';
import { newArticlePath } from './article-place.ts';
import {
  articleArgument,
  newArguments,
  openNamed,
  SLUG_QUESTION,
  slugArgument,
} from './new-arguments.ts';
import { answerAll, type Ask, withTerminal } from './questions.ts';
import { refuseErrors } from './refuse-errors.ts';
import { reportMade } from './report-made.ts';
import { translationText } from './translation-text.ts';
import { writeNewFile } from './write-new-file.ts';
import { say } from '../language/say.ts';

const args = {
  article: articleArgument,
  lang: {
    type: 'string',
    description: say({ en: 'Language to translate into', ru: 'Язык перевода' }),
    valueHint: 'code',
  },
  title: {
    type: 'string',
    description: say({ en: 'Headline in that language', ru: 'Заголовок на этом языке' }),
    valueHint: 'text',
  },
  translator: {
    type: 'string',
    description: say({ en: 'Id of the translator’s record', ru: 'Идентификатор переводчика' }),
    valueHint: 'id',
  },
  slug: slugArgument,
  ...newArguments,
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'translation',
    description: say({
      en: 'Begin the translation of an article: a copy with an id of its own, a draft, and a key that the two share. On a terminal it asks for what no option says. Exit codes: 0 made, 1 refused, 2 usage.',
      ru: 'Начать перевод статьи: копия со своим id, черновик, и общий ключ двух версий. В терминале спрашивает то, чего нет в ключах. Коды выхода: 0 сделано, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const open = openNamed(options);
    const made = await withTerminal((ask) => make(options, open, ask));
    reportMade(
      made,
      say({
        en: 'Write the translation over the text, and run “npm run check”.',
        ru: 'Напишите перевод поверх текста и запустите «npm run check».',
      }),
      options.json,
    );
  },
});

async function make(options: Options, open: OpenArticle, ask: Ask | undefined) {
  const { article, root } = open;
  const translationKey = article.translationKey ?? article.address.slug;
  const lacking = lackingLanguages(open, translationKey);
  const { lang, title, translator, slug } = await answerAll(
    questionsOf(open, lacking),
    options,
    ask,
  );
  const id = ulid();
  const inside = newArticlePath(open, { lang, title, slug, now: readNow() });
  const text = translationText(open, {
    ...{ id, translationKey, lang, title },
    translator: translator === '' ? undefined : translator,
  });
  refuseErrors(parseArticle(text, contextOf(open, inside)).problems);
  const keyed =
    article.translationKey === undefined ? changeArticle(open, keyOf(translationKey)) : undefined;
  const file = writeNewFile(root, inside, text);
  await copyBeside(path.dirname(open.file), path.dirname(file));
  if (keyed !== undefined) writeArticle(open, keyed.text);
  return { file, id, translationKey };
}

/** The languages into which an article can be translated: those without a version of it. */
function lackingLanguages(
  { outlet, article, root }: OpenArticle,
  key: string,
): [string, ...string[]] {
  const others = outlet.languages.map(({ code }) => code).filter((code) => code !== article.lang);
  const versions = others.map((code) => findTranslation(root, code, key));
  const [first, ...rest] = others.filter((_, index) => versions[index] === undefined);
  if (first !== undefined) return [first, ...rest];
  const files = versions.filter((file) => file !== undefined).join(', ');
  throw new UsageError(
    others.length === 0
      ? say({
          en: 'The outlet publishes in one language only.',
          ru: 'Издание выходит только на одном языке.',
        })
      : say({
          en: `The article is translated already: ${files}. Mend that one.`,
          ru: `Статья уже переведена: ${files}. Правьте этот перевод.`,
        }),
  );
}

function questionsOf({ authors }: OpenArticle, languages: readonly [string, ...string[]]) {
  return [
    {
      name: 'lang' as const,
      ask: say({ en: 'Language to translate into', ru: 'Язык перевода' }),
      choices: languages,
      ...(languages.length === 1 ? { otherwise: languages[0] } : {}),
    },
    {
      name: 'title' as const,
      ask: say({ en: 'Headline in that language', ru: 'Заголовок на этом языке' }),
      problem: titleProblem,
    },
    {
      name: 'translator' as const,
      ask: say({ en: 'Translator', ru: 'Переводчик' }),
      choices: authors,
      otherwise: '',
    },
    SLUG_QUESTION,
  ];
}

/** The translated article gets the key too, below its id. */
const keyOf = (value: string): FieldsChange =>
  setFields([{ name: 'translationKey', value, below: 'id' }]);

/** Pictures and recordings that the text shows; what is linked from elsewhere stays there. */
async function copyBeside(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'index.md' || entry.name.startsWith('.')) continue;
    await copyFile(path.join(from, entry.name), path.join(to, entry.name), constants.COPYFILE_EXCL);
  }
}
