import type { FieldPath, InBoth } from '@tamizdat/problem';
import { asText, ownName, type Case } from './case.ts';
import { remediesOf } from './remedies.ts';
import type { Sentence } from './sentence.ts';
import { subjectInRussian } from './subject.ts';

/** By zod's names; the Russian ones stand after “нужно указать”. */
const TYPE_WORDS: Readonly<Record<string, InBoth>> = {
  string: { en: 'text', ru: 'текст' },
  number: { en: 'a number', ru: 'число' },
  int: { en: 'a whole number', ru: 'целое число' },
  boolean: { en: 'true or false', ru: 'true или false' },
  array: { en: 'a list', ru: 'список' },
  object: { en: 'a group of fields', ru: 'группу полей' },
  record: { en: 'a group of fields', ru: 'группу полей' },
};

function typeOf(value: unknown): InBoth {
  if (Array.isArray(value)) return { en: 'a list', ru: 'список' };
  if (typeof value === 'object') return { en: 'a group of fields', ru: 'группа полей' };
  if (typeof value === 'string') return { en: 'text', ru: 'текст' };
  const kind = typeof value === 'number' ? 'число' : 'значение';
  return { en: `the ${typeof value} ${asText(value)}`, ru: `${kind} ${asText(value)}` };
}

/** What is wrong with a value of another type than the field's, and how to mend it. */
export function wrongType(given: Case, expected: string): Sentence {
  const { value, notes, path } = given;
  const wanted = TYPE_WORDS[expected] ?? { en: expected, ru: expected };
  const message = `${notes.label} must be ${notes.form ?? wanted.en}, but ${typeOf(value).en} stands here.`;
  const messageInRussian = `${subjectInRussian(given)}: нужно указать ${notes.ru.form ?? wanted.ru}, а здесь ${typeOf(value).ru}.`;
  const isOther = notes.neverNumber === true && typeof value === 'number';
  const meant = isOther ? undefined : meantValue(value, path, expected);
  if (meant === undefined) {
    const { remedy, ru } = remediesOf(notes);
    return { message, remedy, ru: { message: messageInRussian, remedy: ru } };
  }
  const { remedy, example } = meant;
  return {
    message,
    remedy: remedy.en,
    example,
    ru: { message: messageInRussian, remedy: remedy.ru },
  };
}

/** What was probably meant by a value of the wrong type. */
function meantValue(
  value: unknown,
  path: FieldPath,
  expected: string,
): { remedy: InBoth; example: string } | undefined {
  if (expected === 'string' && typeof value !== 'object') {
    return { remedy: QUOTE, example: `${ownName(path)}: "${asText(value)}"` };
  }
  const number = expected === 'number' ? numberMeant(value) : undefined;
  if (number !== undefined) {
    const example = `${ownName(path)}: ${inList(path) ? `[${number}]` : number}`;
    return { remedy: UNQUOTE, example };
  }
  const meant = expected === 'boolean' ? YES_NO[asText(value).toLowerCase()] : undefined;
  if (meant === undefined) return undefined;
  const remedy = { en: `Write ${meant}.`, ru: `Напишите ${meant}.` };
  return { remedy, example: `${ownName(path)}: ${meant}` };
}

const QUOTE: InBoth = {
  en: 'Put the value in double quotes, so that it is text.',
  ru: 'Возьмите значение в прямые двойные кавычки, чтобы оно стало текстом.',
};

const UNQUOTE: InBoth = {
  en: 'Write the number without quotes, with a point before decimals.',
  ru: 'Напишите число без кавычек, с точкой перед дробной частью.',
};

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
  да: 'true',
  no: 'false',
  off: 'false',
  n: 'false',
  нет: 'false',
};
