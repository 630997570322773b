import { reasonOf } from '../frame/explain-disk.ts';
import type { Facts } from './facts/facts.ts';
import { type Finding, unseen } from './finding.ts';
import type { Question } from './question.ts';
import { ENDS } from './questions.ts';
import { shownText } from './shown-text.ts';

/** What was found, question by question. */
export interface Answer {
  question: Question;
  findings: Finding[];
}

/** Exit codes of `tamizdat doctor`; 2 is for what was typed wrongly. */
export const EXITS = { well: 0, now: 1, soon: 3 } as const;

/** Asks all questions, one after the other. What goes wrong with one is its finding, and the others are asked. */
export async function examine(questions: readonly Question[], facts: Facts): Promise<Answer[]> {
  const answers: Answer[] = [];
  const told = new Set<string>();
  for (const question of questions) {
    const findings = await lookFor(question, facts, told);
    answers.push({ question, findings });
    if (findings.some(({ code }) => ENDS.has(code))) break;
  }
  return answers;
}

/** @param told Reasons that were told: what several questions cannot load is said once. */
async function lookFor(
  { id, name, look }: Question,
  facts: Facts,
  told: Set<string>,
): Promise<Finding[]> {
  try {
    return await look(facts);
  } catch (error) {
    const reason = shownText(reasonOf(error));
    const isTold = told.has(reason);
    told.add(reason);
    const why = isTold
      ? { en: 'for the same reason', ru: 'по той же причине' }
      : { en: reason, ru: reason };
    return [
      unseen(`${id}-failed`, {
        en: `${name.en}: ${why.en}`,
        ru: `${name.ru}: ${why.ru}`,
      }),
    ];
  }
}

/** How an examination ends for a program: `now` where something hurts already. */
export function outcomeOf(answers: readonly Answer[]): keyof typeof EXITS {
  const whens = answers.flatMap(({ findings }) => findings.flatMap(({ when }) => when ?? []));
  return whens.includes('now') ? 'now' : whens.includes('soon') ? 'soon' : 'well';
}
