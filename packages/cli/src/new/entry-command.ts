import { slugOf } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { localTime } from '../clock/local-time.ts';
import { readNow } from '../clock/read-now.ts';
import { type Fields, writeChange } from '../edit/change-article.ts';
import { insertItem } from '../edit/insert-item.ts';
import type { OpenArticle } from '../edit/open-article.ts';
import { UsageError } from '../frame/usage-error.ts';
import { slugProblem, timeProblem } from './answer-problems.ts';
import { newArguments, openNamed } from './new-arguments.ts';
import { answerAll, type Ask, withTerminal } from './questions.ts';
import { reportMade } from './report-made.ts';
import { say } from '../language/say.ts';

const args = {
  article: {
    type: 'positional',
    description: say({
      en: 'Folder or index.md of the live blog',
      ru: 'Папка или index.md онлайна',
    }),
    required: true,
  },
  title: {
    type: 'string',
    description: say({ en: 'Headline of the entry', ru: 'Заголовок записи' }),
    valueHint: 'text',
  },
  body: {
    type: 'string',
    description: say({ en: 'Text of the entry, Markdown', ru: 'Текст записи, Markdown' }),
    valueHint: 'text',
  },
  at: {
    type: 'string',
    description: say({
      en: 'Time of the entry (default: now, in the outlet’s zone)',
      ru: 'Время записи (по умолчанию сейчас, в поясе издания)',
    }),
    valueHint: 'time',
  },
  id: {
    type: 'string',
    description: say({
      en: 'Permanent name of the entry (default: from its headline)',
      ru: 'Постоянное имя записи (по умолчанию из заголовка)',
    }),
    valueHint: 'slug',
  },
  key: {
    type: 'boolean',
    description: say({ en: 'Mark it as a key event', ru: 'Отметить как ключевое событие' }),
    default: false,
  },
  ...newArguments,
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'live-entry',
    description: say({
      en: 'Add an entry to a live blog; everything else of the file stays as it is written. On a terminal it asks for what no option says. Exit codes: 0 added, 1 refused, 2 usage.',
      ru: 'Добавить запись онлайна; всё остальное в файле остаётся как есть. В терминале спрашивает то, чего нет в ключах. Коды выхода: 0 добавлено, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const open = openNamed(options);
    if (open.article.kind !== 'live') {
      throw new UsageError(
        say({
          en: `The article’s kind is “${open.article.kind}”; only a live blog has entries.`,
          ru: `Жанр статьи — «${open.article.kind}»; записи бывают только у онлайна.`,
        }),
      );
    }
    const id = await withTerminal((ask) => add(options, open, ask));
    reportMade(
      { file: open.file, id },
      say({ en: `The entry “${id}” is in it.`, ru: `Запись «${id}» в нём.` }),
      options.json,
    );
  },
});

async function add(options: Options, open: OpenArticle, ask: Ask | undefined): Promise<string> {
  const { timestamp } = localTime(readNow(), open.outlet.timeZone);
  const answers = await answerAll(
    [
      { name: 'title', ask: say({ en: 'Headline of the entry', ru: 'Заголовок записи' }) },
      { name: 'body', ask: say({ en: 'Text', ru: 'Текст' }) },
      {
        name: 'at',
        ask: say({ en: 'Time', ru: 'Время' }),
        problem: timeProblem,
        otherwise: timestamp,
      },
      {
        name: 'id',
        ask: say({
          en: 'Name of the entry',
          ru: 'Имя записи',
        }),
        blank: say({ en: 'from its headline', ru: 'из заголовка' }),
        problem: slugProblem,
        otherwise: '',
      },
    ],
    options,
    ask,
  );
  const { title, at, body } = answers;
  const id = answers.id === '' ? freeId(title, open) : answers.id;
  const item = { id, at, title, ...(options.key ? { keyEvent: true } : {}), body };
  const where = newestIsLast(open) ? 'last' : 'first';
  writeChange(open, {
    edit: (yaml, newline) =>
      insertItem(yaml, { path: ['live', 'entries'], item, at: where, newline }),
    apply: (fields) => {
      const live = fields['live'] as Fields;
      const entries = (live['entries'] ?? []) as unknown[];
      live['entries'] = where === 'first' ? [item, ...entries] : [...entries, item];
    },
  });
  return id;
}

/** An entry goes where the newest of the file stand; at the beginning where that cannot be seen. */
function newestIsLast({ article }: OpenArticle): boolean {
  const times = (article.live?.entries ?? []).map(({ at }) => Date.parse(at));
  return (times[0] ?? 0) < (times.at(-1) ?? 0);
}

function freeId(title: string, { article }: OpenArticle): string {
  const taken = new Set((article.live?.entries ?? []).map(({ id }) => id));
  const base = slugOf(title, article.lang) ?? 'entry';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
