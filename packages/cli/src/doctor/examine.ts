import type { Facts } from './facts/facts.ts';
import { explainFailure } from './failure.ts';
import { type Finding, unseen } from './finding.ts';
import type { Question } from './question.ts';
import { ENDS } from './questions.ts';

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
    for (const { code } of findings) told.add(code);
    answers.push({ question, findings });
    if (findings.some(({ code }) => ENDS.has(code))) break;
  }
  return answers;
}

/** @param told Codes and reasons that were told: what several questions cannot load is to be mended once. */
async function lookFor(question: Question, facts: Facts, told: Set<string>): Promise<Finding[]> {
  try {
    return await question.look(facts);
  } catch (error) {
    const { finding, sameAs } = await explainFailure(error, question, facts);
    const isTold = sameAs.some((one) => told.has(one));
    for (const one of sameAs) told.add(one);
    return isTold ? [forTheSameReason(question)] : [finding];
  }
}

const forTheSameReason = ({ id, name }: Question): Finding =>
  unseen(`${id}-failed`, {
    en: `${name.en}: for the same reason`,
    ru: `${name.ru}: по той же причине`,
  });

/** How an examination ends for a program: `now` where something hurts already. */
export function outcomeOf(answers: readonly Answer[]): keyof typeof EXITS {
  const whens = answers.flatMap(({ findings }) => findings.flatMap(({ when }) => when ?? []));
  return whens.includes('now') ? 'now' : whens.includes('soon') ? 'soon' : 'well';
}
