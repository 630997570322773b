import type { Inspected } from '@tamizdat/archive';
import { type Finding, good, half, missing } from '../finding.ts';
import type { commandsOf } from '../place.ts';
import type { Question } from '../question.ts';

type Commands = ReturnType<typeof commandsOf>;

/** Whether there is an outlet of one’s own, without errors. */
export const outlet: Question = {
  id: 'outlet',
  name: { en: 'Outlet', ru: 'Издание' },
  look: async ({ whose, content, commands }) => {
    const none = judgeOwner(whose(), commands);
    return none === undefined ? judgeContent(await content(), commands) : [none];
  },
};

/** What there is instead of an outlet of one’s own; nothing else can be asked of it. */
function judgeOwner(whose: string, { init }: Commands): Finding | undefined {
  if (whose === 'outlet') return undefined;
  if (whose === 'nobody')
    return missing(
      'no-outlet',
      'soon',
      { en: 'There is no outlet yet.', ru: 'Издания пока нет.' },
      init,
    );
  return missing(
    'sample-outlet',
    'soon',
    {
      en: 'The content is the kit’s sample. Put an outlet of your own in its place.',
      ru: 'В папке содержимого лежит образец. Замените его своим изданием.',
    },
    init,
  );
}

/** Codes of problems that another question tells of. */
const ELSEWHERE = new Set(['words-untranslated']);

/** Judges what the check finds. */
export function judgeContent(
  { outlet: own, problems }: Pick<Inspected, 'outlet' | 'problems'>,
  { check }: Commands,
): Finding[] {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(
    ({ severity, code }) => severity === 'warning' && !ELSEWHERE.has(code),
  ).length;
  if (errors > 0)
    return [
      half(
        'content-errors',
        'now',
        {
          en: `The content has errors, and nothing new is built until they are mended: ${errors}.`,
          ru: `В содержимом есть ошибки; пока их не исправить, ничего нового не собрать. Ошибок: ${errors}.`,
        },
        check,
      ),
    ];
  const name = own?.name[own.languages[0]?.code ?? ''] ?? '';
  const advice =
    warnings === 0
      ? { en: '', ru: '' }
      : {
          en: `, warnings: ${warnings} (tamizdat check)`,
          ru: `, предупреждений: ${warnings} (tamizdat check)`,
        };
  return [
    good('content', {
      en: `${name}: no errors${advice.en}`,
      ru: `${name}: ошибок нет${advice.ru}`,
    }),
  ];
}
