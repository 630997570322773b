import { countCharacters, shorten } from '../characters/count.ts';
import type { FieldPath, Finding } from '../problem.ts';
import type { Fault } from '../schema/explained.ts';
import { asText, quoted, ownName, type Case, type Issue } from './case.ts';
import { nearest } from './nearest.ts';

/** What a finding says. */
export type Sentence = Pick<Finding, 'message' | 'remedy' | 'why' | 'example'>;

/** What is wrong with a value that is there, and how to mend it. */
export function explainValue(given: Case): Sentence {
  const { issue, notes } = given;
  const why = notes.why === undefined ? {} : { why: notes.why };
  const remedy = notes.remedy ?? 'Mend the value.';
  switch (issue.code) {
    case 'invalid_type':
      return { ...wrongType(given, issue.expected), ...why };
    case 'too_big':
      return tooBig(given, Number(issue.maximum));
    case 'too_small':
      return { ...tooSmall(given, issue, remedy), ...why };
    case 'invalid_value':
      return unknownWord(given, issue.values.map(String));
    case 'custom':
      if (issue.params?.['severalLines'] === true) return severalLines(given);
      if (issue.params?.['explained'] === true) {
        return { message: malformed(given, issue.message), remedy, ...why };
      }
      if (issue.params?.['fault'] !== undefined) {
        return { remedy, ...why, ...faulty(given, issue.params['fault'] as Fault) };
      }
      return { message: `${notes.label} ${quoted(given.value)} does not exist.`, remedy, ...why };
    default:
      return { message: malformed(given), remedy, ...why };
  }
}

const faulty = ({ notes, value }: Case, fault: Fault): Fault => ({
  ...fault,
  message: `${notes.label} ${quoted(value)} ${fault.message}.`,
});

/** What is wrong with a name that the outlet gives a field itself, as a currency's among the amounts. */
export function explainName(
  { path, notes }: Case,
  { issues }: Extract<Issue, { code: 'invalid_key' }>,
): Sentence {
  const name = ownName(path);
  const [fault] = issues.flatMap((issue) =>
    issue.code === 'custom' ? [issue.params?.['fault'] as Fault | undefined] : [],
  );
  const message = `“${shorten(name)}” ${fault?.message ?? 'is no name that can stand here'}.`;
  return { message, remedy: fault?.remedy ?? notes.remedy ?? 'Mend the name.' };
}

const severalLines = ({ notes }: Case): Sentence => ({
  message: `${notes.label} stands on several lines.`,
  why: 'It is printed on one line, and stands in titles, lists and feeds.',
  remedy: 'Write it on one line, without “|” before it and without an empty line in it.',
});

/** What stands where a field is missing; `entry` is the id of the list's entry that lacks it. */
export function explainMissing({ notes }: Case, entry?: string): Sentence {
  const where = entry === undefined ? '' : ` in “${shorten(entry)}”`;
  return {
    message: `${notes.label} is missing${where}.`,
    remedy: notes.remedy ?? 'Add the field.',
    ...(notes.why === undefined ? {} : { why: notes.why }),
  };
}

/** What a field without a value means; in braces it is mostly a comma that belongs to a text. */
export function explainEmpty({ notes, path }: Case): Sentence {
  const name = ownName(path);
  if (notes.description === '') {
    return {
      message: `“${name}” stands where a field’s name belongs.`,
      why: 'In braces and brackets a comma begins a new entry.',
      remedy: 'Put the text before and after the comma in double quotes together.',
      example: '{ en: "Editor, English edition" }',
    };
  }
  return {
    message: `${notes.label} is empty.`,
    remedy: notes.remedy ?? 'Write a value, or leave the line out.',
  };
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of fields';
  return typeof value === 'string' ? 'text' : `the ${typeof value} ${asText(value)}`;
}

function wrongType({ value, notes, path }: Case, expected: string): Sentence {
  const wanted = notes.form ?? TYPE_WORDS[expected] ?? expected;
  const message = `${notes.label} must be ${wanted}, but ${typeOf(value)} stands here.`;
  if (expected === 'string' && typeof value !== 'object') {
    return {
      message,
      remedy: 'Put the value in double quotes, so that it is text.',
      example: `${ownName(path)}: "${asText(value)}"`,
    };
  }
  const number = expected === 'number' ? numberMeant(value) : undefined;
  if (number !== undefined) {
    return {
      message,
      remedy: 'Write the number without quotes, with a point before decimals.',
      example: `${ownName(path)}: ${inList(path) ? `[${number}]` : number}`,
    };
  }
  const meant = expected === 'boolean' ? YES_NO[asText(value).toLowerCase()] : undefined;
  if (meant !== undefined) {
    return { message, remedy: `Write ${meant}.`, example: `${ownName(path)}: ${meant}` };
  }
  return { message, remedy: notes.remedy ?? 'Mend the value.' };
}

/** A number that was written as text: in quotes, or with a decimal comma. */
function numberMeant(value: unknown): string | undefined {
  const written = typeof value === 'string' ? value.trim() : '';
  return /^\d+(?:[.,]\d+)?$/.test(written) ? written.replace(',', '.') : undefined;
}

const inList = (path: FieldPath): boolean => typeof path.at(-1) === 'number';

/** What people write for true and false, and older YAML took. */
const YES_NO: Readonly<Partial<Record<string, string>>> = {
  yes: 'true',
  on: 'true',
  y: 'true',
  no: 'false',
  off: 'false',
  n: 'false',
};

function tooBig({ value, notes }: Case, maximum: number): Sentence {
  if (typeof value === 'string') {
    const length = countCharacters(value.trim());
    const cut = length - maximum;
    return {
      message: `${notes.label} is ${length} characters long; at most ${maximum} fit.`,
      remedy: `Cut ${cut} ${cut === 1 ? 'character' : 'characters'}.`,
    };
  }
  if (Array.isArray(value)) {
    return {
      message: `${notes.label} has ${value.length} entries; at most ${maximum} are allowed.`,
      remedy: `Remove ${value.length - maximum}.`,
    };
  }
  return {
    message: `${notes.label} is ${asText(value)}; at most ${maximum} is allowed.`,
    remedy: 'Write a smaller number.',
  };
}

function tooSmall(
  { value, notes }: Case,
  issue: Pick<Extract<Issue, { code: 'too_small' }>, 'minimum' | 'inclusive'>,
  remedy: string,
): Sentence {
  const minimum = Number(issue.minimum);
  if (typeof value === 'string') {
    const length = countCharacters(value.trim());
    const short = `is ${length} characters long; it needs at least ${minimum}`;
    return { message: `${notes.label} ${length === 0 ? 'is empty' : short}.`, remedy };
  }
  if (Array.isArray(value)) {
    const entries = minimum === 1 ? 'one entry' : `${minimum} entries`;
    return { message: `${notes.label} needs at least ${entries}.`, remedy };
  }
  const needed = issue.inclusive === false ? `more than ${minimum}` : `at least ${minimum}`;
  return { message: `${notes.label} is ${asText(value)}; ${needed} is needed.`, remedy };
}

function unknownWord({ value, notes }: Case, words: readonly string[]): Sentence {
  const meant = typeof value === 'string' ? nearest(value, words) : undefined;
  return {
    message: `${notes.label} ${quoted(value)} is not in the list.`,
    remedy: `${meant === undefined ? '' : `Did you mean “${meant}”? `}Write one of: ${words.join(', ')}.`,
  };
}

function malformed({ value, notes }: Case, reason?: string): string {
  const because = reason === undefined ? '' : `: ${reason}`;
  return `${notes.label} ${quoted(value)} is not ${notes.form ?? 'in the right form'}${because}.`;
}
