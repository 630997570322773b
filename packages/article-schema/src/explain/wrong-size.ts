import { countCharacters } from '../characters/count.ts';
import { asText, type Case, type Issue } from './case.ts';
import { countInRussian, type RussianForms } from './russian-number.ts';
import type { Sentence } from './sentence.ts';
import { subjectInRussian } from './subject.ts';

const CHARACTERS: RussianForms = ['символ', 'символа', 'символов'];
const ENTRIES: RussianForms = ['запись', 'записи', 'записей'];

/** What is wrong with a text, list or number that is too long, and how to mend it. */
export function tooBig(given: Case, maximum: number): Sentence {
  const { value, notes } = given;
  const subject = subjectInRussian(given);
  if (typeof value === 'string') return tooLong(given, countCharacters(value.trim()), maximum);
  if (Array.isArray(value)) {
    return {
      message: `${notes.label} has ${value.length} entries; at most ${maximum} are allowed.`,
      remedy: `Remove ${value.length - maximum}.`,
      ru: {
        message: `${subject}: ${countInRussian(value.length, ENTRIES)}, а можно не больше ${maximum}.`,
        remedy: `Уберите ${countInRussian(value.length - maximum, ENTRIES)}.`,
      },
    };
  }
  return {
    message: `${notes.label} is ${asText(value)}; at most ${maximum} is allowed.`,
    remedy: 'Write a smaller number.',
    ru: {
      message: `${subject}: указано ${asText(value)}, а можно не больше ${maximum}.`,
      remedy: 'Напишите число поменьше.',
    },
  };
}

function tooLong(given: Case, length: number, maximum: number): Sentence {
  const cut = length - maximum;
  return {
    message: `${given.notes.label} is ${length} characters long; at most ${maximum} fit.`,
    remedy: `Cut ${cut} ${cut === 1 ? 'character' : 'characters'}.`,
    ru: {
      message: `${subjectInRussian(given)}: ${countInRussian(length, CHARACTERS)}, а помещается не больше ${maximum}.`,
      remedy: `Сократите на ${countInRussian(cut, CHARACTERS)}.`,
    },
  };
}

/** What is wrong with a text, list or number that is too short; how to mend it says the field's remedy. */
export function tooSmall(
  given: Case,
  issue: Pick<Extract<Issue, { code: 'too_small' }>, 'minimum' | 'inclusive'>,
): { message: string; ru: string } {
  const { value, notes } = given;
  const minimum = Number(issue.minimum);
  const subject = subjectInRussian(given);
  if (typeof value === 'string') return tooShort(given, countCharacters(value.trim()), minimum);
  if (Array.isArray(value)) {
    const entries = minimum === 1 ? 'one entry' : `${minimum} entries`;
    return {
      message: `${notes.label} needs at least ${entries}.`,
      ru: `${subject}: ${minimum === 1 ? 'нужна хотя бы одна запись' : `нужно не меньше ${minimum} записей`}.`,
    };
  }
  const exclusive = issue.inclusive === false;
  return {
    message: `${notes.label} is ${asText(value)}; ${exclusive ? `more than ${minimum}` : `at least ${minimum}`} is needed.`,
    ru: `${subject}: указано ${asText(value)}, а нужно ${exclusive ? `больше ${minimum}` : `не меньше ${minimum}`}.`,
  };
}

function tooShort(given: Case, length: number, minimum: number): { message: string; ru: string } {
  const { label } = given.notes;
  const subject = subjectInRussian(given);
  if (length === 0) return { message: `${label} is empty.`, ru: `${subject} пустое.` };
  return {
    message: `${label} is ${length} characters long; it needs at least ${minimum}.`,
    ru: `${subject}: ${countInRussian(length, CHARACTERS)}, а нужно не меньше ${minimum}.`,
  };
}
