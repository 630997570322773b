import { say } from '../language/say.ts';
import { type Answer, EXITS, outcomeOf } from './examine.ts';
import type { Finding, Urgency } from './finding.ts';

/** What was found, on one screen: good things in a line a question, then what is to be done in its order, each with its command. */
export function describeExamination(answers: readonly Answer[]): string {
  const all = answers.flatMap(({ findings }) => findings);
  const parts = [
    describeGood(answers),
    ...describeTodo(all),
    describeUnseen(all.filter(({ state }) => state === 'unseen')),
    [describeOutcome(all)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function describeGood(answers: readonly Answer[]): string[] {
  const rows = answers.flatMap(({ question, findings }) => {
    const good = findings.filter(({ state }) => state === 'good').map(({ text }) => say(text));
    return good.length === 0 ? [] : [[say(question.name), good.join('; ')] as const];
  });
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`);
}

const HEADINGS: Readonly<Record<Urgency, { en: string; ru: string }>> = {
  now: { en: 'To do now:', ru: 'Сделать сейчас:' },
  soon: { en: 'To do, in this order:', ru: 'Сделать, по порядку:' },
};

/** Numbered through, what hurts first. */
function describeTodo(all: readonly Finding[]): string[][] {
  const urgent = all.filter(({ when }) => when === 'now');
  const rest = all.filter(({ when }) => when === 'soon');
  return [list('now', urgent, 1), list('soon', rest, urgent.length + 1)];
}

function list(when: Urgency, findings: readonly Finding[], from: number): string[] {
  if (findings.length === 0) return [];
  return [
    say(HEADINGS[when]),
    ...findings.flatMap(({ text, commands }, at) => [
      `${String(from + at).padStart(2)}. ${say(text)}`,
      ...commands.map((command) => `      ${command}`),
    ]),
  ];
}

const describeUnseen = (findings: readonly Finding[]): string[] =>
  findings.length === 0
    ? []
    : [
        say({ en: 'Cannot be seen from here:', ru: 'Отсюда не видно:' }),
        ...findings.map(({ text }) => `  - ${say(text)}`),
      ];

function describeOutcome(all: readonly Finding[]): string {
  const count = (when: Urgency) => all.filter((finding) => finding.when === when).length;
  const [now, soon] = [count('now'), count('soon')];
  if (now + soon === 0) return say({ en: 'Nothing is to be done.', ru: 'Делать ничего не нужно.' });
  return say({
    en: `To do: ${now + soon}; of these now: ${now}. Nothing was changed.`,
    ru: `Дел: ${now + soon}, из них срочных: ${now}. Ничего не изменено.`,
  });
}

/** The same for programs, in English and Russian both. */
export function listExamination(answers: readonly Answer[]): object {
  const outcome = outcomeOf(answers);
  return {
    outcome,
    exit: EXITS[outcome],
    questions: answers.map(({ question: { id }, findings }) => ({ id, findings })),
  };
}
