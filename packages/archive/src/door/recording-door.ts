import { Archive } from '../archive.ts';
import { digestAnswer } from './digest-answer.ts';

/** What was asked while something was made, and the digests of what was answered (`digestAnswer`). */
export type Reads = Map<string, string>;

/** The digest of no answer: what a question that can no longer be asked is answered. */
export const UNANSWERED = 'none';

/** What can be asked of a door, and asked again. */
const QUESTIONS: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Archive.prototype).filter(
    (name) => name !== 'constructor' && name !== 'reload',
  ),
);

/**
 * The same door, which notes every question with its answer. A page that was made through it is stale exactly when an
 * answer would differ now. The clock itself is a question too, and the broadest.
 */
export function recordDoor(door: Archive, reads: Reads): Archive {
  return new Proxy(door, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'clock') reads.set(writeQuestion(name, []), digestAnswer(value));
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (!QUESTIONS.has(name)) throw new Error(`the door cannot be asked for ${name} by a page`);
      return async (...args: unknown[]) => {
        const answer: unknown = await Reflect.apply(value, target, args);
        reads.set(writeQuestion(name, args), digestAnswer(answer));
        return answer;
      };
    },
  });
}

/**
 * Asks noted questions again: the digests of what is answered now, or {@link UNANSWERED} for those that a door does not
 * know. Notes may have come from elsewhere: whatever they hold, the worst is that something is made again.
 */
export async function askAgain(door: Archive, questions: readonly string[]): Promise<string[]> {
  const answers: string[] = [];
  for (const question of questions) answers.push(await askOne(door, question));
  return answers;
}

async function askOne(door: Archive, question: string): Promise<string> {
  const [name, ...args] = readQuestion(question);
  if (name === 'clock') return digestAnswer(door.clock);
  if (typeof name !== 'string' || !QUESTIONS.has(name)) return UNANSWERED;
  const method: unknown = Reflect.get(door, name, door);
  try {
    if (typeof method === 'function') return digestAnswer(await Reflect.apply(method, door, args));
  } catch {
    // Arguments of another form.
  }
  return UNANSWERED;
}

/** Arguments are plain, so that a question can be asked again by another process. What is left out is `null`. */
function writeQuestion(name: string, args: readonly unknown[]): string {
  return JSON.stringify([name, ...args]);
}

/** JSON knows no `undefined`: arguments that were left out are so again. */
function readQuestion(question: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(question);
    return Array.isArray(parsed) ? parsed.map((part: unknown) => part ?? undefined) : [];
  } catch {
    return [];
  }
}
