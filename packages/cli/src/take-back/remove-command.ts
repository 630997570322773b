import { defineCommand } from 'citty';
import { readNow } from '../clock/read-now.ts';
import { say } from '../language/say.ts';
import { rootOf } from '../new/new-arguments.ts';
import { answerAll, type Ask, withTerminal } from '../new/questions.ts';
import { takeBackArguments } from './arguments.ts';
import { openVersions } from './find-article.ts';
import { judgeVersions, reportTakenBack, takeBack, type Version } from './take-back.ts';

export default defineCommand({
  meta: {
    name: 'remove',
    description: say({
      en: 'Remove an article in all its languages: its address says only that something was removed, and not why. For what harms somebody; what was wrong is withdrawn. Everything else of the files stays as it is written. On a terminal it asks first. Exit codes: 0 removed, 1 refused, 2 usage.',
      ru: 'Убрать статью на всех её языках: по её адресу сказано только, что здесь что-то убрано, без причины. Для того, что кому-то вредит; ошибочное отзывают («withdraw»). Всё остальное в файлах остаётся как есть. В терминале сначала спрашивает. Коды выхода: 0 убрана, 1 отказ, 2 ошибка вызова.',
    }),
  },
  args: {
    ...takeBackArguments,
    yes: {
      type: 'boolean',
      description: say({ en: 'Do not ask', ru: 'Не спрашивать' }),
      default: false,
    },
  },
  async run({ args: { article, yes, commit, json, content } }) {
    const now = readNow();
    const versions = judgeVersions(openVersions(article, rootOf({ content })), 'removed', now);
    await withTerminal((ask) => confirm(versions, yes, ask));
    const fieldsOf = () => [{ name: 'status', value: 'removed' }];
    const taking = { goal: 'removed', versions, fieldsOf, now, commit } as const;
    await takeBack(taking);
    reportTakenBack(taking, json);
  },
});

/** @throws UsageError where nobody can be asked; Error where somebody says no */
async function confirm(
  versions: readonly Version[],
  yes: boolean,
  ask: Ask | undefined,
): Promise<void> {
  const titles = versions
    .filter(({ fate }) => fate === 'change')
    .map(({ open: { article } }) =>
      say({
        en: `“${article.title}” (${article.lang})`,
        ru: `«${article.title}» (${article.lang})`,
      }),
    )
    .join(', ');
  const answers = await answerAll(
    [
      {
        name: 'yes',
        ask: say({
          en: `Remove ${titles}? Readers are not told why`,
          ru: `Убрать ${titles}? Причину читатели не узнают`,
        }),
        choices: ['yes', 'no'],
        synonyms: { y: 'yes', n: 'no', да: 'yes', нет: 'no' },
      },
    ],
    yes ? { yes: 'yes' } : {},
    ask,
  );
  if (answers.yes === 'yes') return;
  throw new Error(say({ en: 'Nothing was changed.', ru: 'Ничего не изменено.' }));
}
