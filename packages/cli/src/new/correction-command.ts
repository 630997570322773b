import { CORRECTION_KINDS } from '@tamizdat/article-schema';
import { defineCommand, type ParsedArgs } from 'citty';
import { localTime } from '../clock/local-time.ts';
import { readNow } from '../clock/read-now.ts';
import { writeChange } from '../edit/change-article.ts';
import { insertItem } from '../edit/insert-item.ts';
import type { OpenArticle } from '../edit/open-article.ts';
import { correctionProblem, timeProblem } from './answer-problems.ts';
import { articleArgument, newArguments, openNamed } from './new-arguments.ts';
import { answerAll, type Ask, withTerminal } from './questions.ts';
import { reportMade } from './report-made.ts';
import { say } from '../language/say.ts';

const args = {
  article: articleArgument,
  text: {
    type: 'string',
    description: say({
      en: 'What was wrong and what is right',
      ru: 'Что было неверно и как верно',
    }),
    valueHint: 'text',
  },
  kind: {
    type: 'string',
    description: say({
      en: `Kind: ${CORRECTION_KINDS.join(', ')}`,
      ru: `Вид: ${CORRECTION_KINDS.join(', ')}`,
    }),
    valueHint: 'kind',
  },
  at: {
    type: 'string',
    description: say({
      en: 'Its time (default: now, in the outlet’s zone)',
      ru: 'Время (по умолчанию сейчас, в поясе издания)',
    }),
    valueHint: 'time',
  },
  ...newArguments,
} as const;

type Options = ParsedArgs<typeof args>;

export default defineCommand({
  meta: {
    name: 'correction',
    description: say({
      en: 'Add a dated correction below the earlier ones; everything else of the file stays as it is written. On a terminal it asks for what no option says. Exit codes: 0 added, 1 refused, 2 usage.',
      ru: 'Добавить исправление с датой под прежними; всё остальное в файле остаётся как есть. В терминале спрашивает то, чего нет в ключах. Коды выхода: 0 добавлено, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args,
  async run({ args: options }) {
    const open = openNamed(options);
    const at = await withTerminal((ask) => add(options, open, ask));
    reportMade(
      { file: open.file, at },
      say({ en: 'Now mend the text itself too.', ru: 'Теперь исправьте и сам текст.' }),
      options.json,
    );
  },
});

async function add(options: Options, open: OpenArticle, ask: Ask | undefined): Promise<string> {
  const { timestamp } = localTime(readNow(), open.outlet.timeZone);
  const { text, kind, at } = await answerAll(
    [
      {
        name: 'text',
        ask: say({ en: 'What was wrong, and what is right', ru: 'Что было неверно и как верно' }),
        problem: correctionProblem,
      },
      {
        name: 'kind',
        ask: say({ en: 'Kind', ru: 'Вид' }),
        choices: CORRECTION_KINDS,
        otherwise: 'correction',
      },
      {
        name: 'at',
        ask: say({ en: 'Time', ru: 'Время' }),
        problem: timeProblem,
        otherwise: timestamp,
      },
    ],
    options,
    ask,
  );
  const item = { kind, at, text };
  writeChange(open, {
    edit: (yaml, newline) => insertItem(yaml, { path: ['corrections'], item, at: 'last', newline }),
    apply: (fields) => {
      fields['corrections'] = [...((fields['corrections'] ?? []) as unknown[]), item];
    },
  });
  return at;
}
