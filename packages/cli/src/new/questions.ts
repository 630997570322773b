import { createInterface } from 'node:readline/promises';
import { nearest } from '@tamizdat/article-schema';
import { UsageError } from '../frame/usage-error.ts';
import { unguardedOutput } from '../frame/guard-output.ts';
import { say } from '../language/say.ts';

/** Something a command has to know: from an option, or asked for on a terminal. */
export interface Question<Name extends string = string> {
  /** The option. */
  name: Name;
  /** What is asked, without a question mark’s options. */
  ask: string;
  /** The answers there are; any where absent. */
  choices?: readonly string[];
  /** Says how a choice is made, where there is none yet. @param word What was typed. */
  making?: (word: string) => string;
  /** Whether several may be given, with commas between them. */
  several?: boolean;
  /** What is wrong with an answer, in a sentence; nothing where it is right. */
  problem?: (answer: string) => string | undefined;
  /** What counts where nothing is answered; a question without it must be answered. */
  otherwise?: string;
  /** What becomes of an empty answer, where that is not nothing. */
  blank?: string;
  /** Other words for an answer, in lower case. */
  synonyms?: Readonly<Record<string, string>>;
}

/** Asks a person; gives what was typed. */
export type Ask = (prompt: string) => Promise<string>;

/**
 * The answers to all questions: from the options, then from a person where one can be asked, then
 * what counts otherwise. An answer that is not right is asked for again. Throws UsageError that tells
 * everything that is wrong with the options at once.
 */
export async function answerAll<Name extends string>(
  questions: readonly Question<Name>[],
  given: Readonly<Partial<Record<Name, string | undefined>>>,
  ask: Ask | undefined,
): Promise<Record<Name, string>> {
  const faults = questions.flatMap((question) => {
    const answer = given[question.name];
    const fault = answer === undefined ? undefined : faultOf(question, answer);
    return fault === undefined ? [] : [`--${question.name}: ${fault}`];
  });
  if (faults.length > 0) throw new UsageError(faults.join(' '));
  const open = questions.filter(({ name }) => given[name] === undefined);
  if (ask === undefined) refuseOpen(open);
  const answers: Partial<Record<Name, string>> = {};
  for (const question of questions) {
    const { name, otherwise } = question;
    const option = given[name];
    answers[name] =
      option === undefined
        ? ((ask === undefined ? otherwise : await answerOf(question, ask)) ?? '')
        : meantBy(question, option);
  }
  return answers as Record<Name, string>;
}

function refuseOpen(open: readonly Question[]): void {
  const missing = open.filter(({ otherwise }) => otherwise === undefined);
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => `--${name}`).join(', ');
  throw new UsageError(
    say({
      en: `Missing: ${names}. On a terminal this command asks for them.`,
      ru: `Не хватает: ${names}. В терминале команда спросит сама.`,
    }),
  );
}

async function answerOf(question: Question, ask: Ask): Promise<string> {
  let prompt = promptOf(question);
  for (;;) {
    const answer = meantBy(question, await ask(prompt));
    if (answer === '' && question.otherwise !== undefined) return question.otherwise;
    const fault =
      answer === ''
        ? say({ en: 'This has to be answered.', ru: 'На это нужно ответить.' })
        : faultOf(question, answer);
    if (fault === undefined) return answer;
    prompt = `  ${fault}\n${promptOf(question)}`;
  }
}

function meantBy({ synonyms = {} }: Question, answer: string): string {
  const word = answer.trim().toLowerCase();
  return (Object.hasOwn(synonyms, word) ? synonyms[word] : undefined) ?? answer.trim();
}

function promptOf(question: Question): string {
  const { ask, choices, otherwise, several, blank } = question;
  const listed =
    choices === undefined || choices.length === 0 || choices.length > CHOICES_SHOWN
      ? ''
      : ` (${choices.join(', ')})`;
  const skip =
    otherwise === undefined
      ? ''
      : otherwise === ''
        ? ` [Enter: ${blank ?? say({ en: 'none', ru: 'ничего' })}]`
        : ` [${otherwise}]`;
  return `${ask}${several === true ? say({ en: ', with commas between', ru: ', через запятую' }) : ''}${listed}${skip}: `;
}

/** More choices than these make a question unreadable; a wrong one is answered with the nearest. */
const CHOICES_SHOWN = 12;

function faultOf(question: Question, given: string): string | undefined {
  const { choices, several, problem } = question;
  const answer = meantBy(question, given);
  const words = several === true ? splitAnswer(answer) : [answer];
  const unknown = words.find((word) => choices !== undefined && !choices.includes(word));
  if (unknown !== undefined && unknown !== '') return unknownWord(unknown, question);
  if (unknown === '') return say({ en: 'This cannot be empty.', ru: 'Это не может быть пустым.' });
  return problem?.(answer);
}

function unknownWord(word: string, { choices = [], making }: Question): string {
  const meant = nearest(word, choices);
  const listed = choices.join(', ');
  const none = choices.length === 0 ? making?.(word) : undefined;
  return say({
    en: `There is no “${word}”. ${none ?? (meant === undefined ? `There are: ${listed}.` : `Did you mean “${meant}”?`)}`,
    ru: `«${word}» нет. ${none ?? (meant === undefined ? `Есть: ${listed}.` : `Вы имели в виду «${meant}»?`)}`,
  });
}

/** The words of an answer with commas. */
export const splitAnswer = (answer: string): string[] =>
  answer
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * Runs with somebody to ask where standard input is a terminal; questions go to standard error. A
 * closed terminal ends the command with nothing made.
 */
export async function withTerminal<Result>(
  run: (ask: Ask | undefined) => Promise<Result>,
): Promise<Result> {
  if (!process.stdin.isTTY) return run(undefined);
  const terminal = createInterface({
    input: process.stdin,
    output: unguardedOutput(process.stderr),
  });
  const closed = new Promise<never>((_, reject) => {
    terminal.once('close', () => {
      reject(new Error(say({ en: 'Nothing was made.', ru: 'Ничего не сделано.' })));
    });
  });
  closed.catch(() => undefined);
  try {
    return await run((prompt) => Promise.race([terminal.question(prompt), closed]));
  } finally {
    terminal.close();
  }
}
