import { hash } from 'node:crypto';

/** Answers hold the same articles again and again, and nothing that was loaded changes. */
const known = new WeakMap<object, string>();

/**
 * Stands for what a question was answered: two answers of one digest (SHA-256, hexadecimal) have the same JSON. A field
 * that is undefined is as good as none.
 * @throws TypeError for what JSON would leave out without a word.
 */
export function digestAnswer(answer: unknown): string {
  return hash('sha256', writeAnswer(answer));
}

function writeAnswer(answer: unknown): string {
  if (answer === undefined) return 'undefined';
  if (typeof answer !== 'object' || answer === null) return JSON.stringify(answer);
  if (answer instanceof Map || answer instanceof Set)
    throw new TypeError('an answer of the door is a Map or a Set: give its entries');
  if (Array.isArray(answer)) return `[${answer.map(writeAnswer).join(',')}]`;
  const digest = known.get(answer) ?? hash('sha256', JSON.stringify(answer));
  known.set(answer, digest);
  return digest;
}
