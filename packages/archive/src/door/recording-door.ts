import { Archive, type Part } from '../archive.ts';
import { digestAnswer } from './digest-answer.ts';
import { digestParts, type PartDigests } from './part-digests.ts';

/**
 * What was asked while something was made, and what was answered: a digest (`digestAnswer`), then the names of the parts
 * that were looked at for it, each after a space.
 */
export type Reads = Map<string, string>;

/** The digest of no answer: what a question that can no longer be asked is answered. */
export const UNANSWERED = 'none';

/** What can be asked of a door, and asked again. */
const QUESTIONS: ReadonlySet<string> = new Set(
  Object.getOwnPropertyNames(Archive.prototype).filter(
    (name) => !['constructor', 'reload', 'clock', 'watch', 'parts'].includes(name),
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
      if (name === 'clock') reads.set(writeQuestion(name, []), writeAnswer(value, [name]));
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (!QUESTIONS.has(name)) throw new Error(`the door cannot be asked for ${name} by a page`);
      return async (...args: unknown[]) => {
        const parts = new Set<Part>();
        const watching = target.watch((part) => parts.add(part));
        const answer: unknown = await Reflect.apply(value, watching, args);
        reads.set(writeQuestion(name, args), writeAnswer(answer, parts));
        return answer;
      };
    },
  });
}

/** Questions that were noted, with what was answered to each (see {@link Reads}), and digests of the parts at that time. */
export interface Noted {
  questions: readonly string[];
  answers: readonly string[];
  parts: PartDigests;
}

/**
 * Asks noted questions again, those alone for which a part was looked at that is another now: gives what is answered to
 * each now, or {@link UNANSWERED} to those that a door does not know. Notes may have come from elsewhere: what they hold
 * has to be believed before.
 */
export async function askAgain(door: Archive, noted: Noted): Promise<Omit<Noted, 'questions'>> {
  const parts = await digestParts(door);
  const isSame = sameParts(noted.parts, parts);
  const asking = new Asking(door);
  const answers: string[] = [];
  for (const [place, question] of noted.questions.entries()) {
    const before = noted.answers[place] ?? '';
    answers.push(isSame(before) ? before : await asking.ask(question));
  }
  return { answers, parts };
}

/** Tells whether all parts that an answer names are as they were. One that names none tells nothing. */
function sameParts(before: PartDigests, now: PartDigests): (answer: string) => boolean {
  const known = new Map<string, boolean>();
  return (answer) => {
    const [, ...names] = answer.split(' ');
    const key = names.join(' ');
    const is = known.get(key) ?? (names.length > 0 && names.every((name) => isSamePart(name)));
    known.set(key, is);
    return is;
  };
  function isSamePart(name: string): boolean {
    return Object.hasOwn(now, name) && now[name] === before[name];
  }
}

/** Asks a door one question after the other. */
class Asking {
  readonly #door: Archive;
  readonly #watching: Archive;
  /** What was looked at for the present question. */
  readonly #parts = new Set<Part>();

  constructor(door: Archive) {
    this.#door = door;
    this.#watching = door.watch((part) => this.#parts.add(part));
  }

  async ask(question: string): Promise<string> {
    const [name, ...args] = readQuestion(question);
    if (name === 'clock') return writeAnswer(this.#door.clock, [name]);
    if (typeof name !== 'string' || !QUESTIONS.has(name)) return UNANSWERED;
    const method: unknown = Reflect.get(this.#door, name, this.#door);
    this.#parts.clear();
    try {
      if (typeof method === 'function')
        return writeAnswer(await Reflect.apply(method, this.#watching, args), this.#parts);
    } catch {
      // Arguments of another form.
    }
    return UNANSWERED;
  }
}

const writeAnswer = (answer: unknown, parts: Iterable<Part>): string =>
  [digestAnswer(answer), ...[...parts].sort()].join(' ');

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
