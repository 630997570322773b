import { shorten } from '../characters/count.ts';
import type { Fault } from '../schema/explained.ts';
import type { InBoth } from '@tamizdat/problem';
import { ownName, quoted, quotedInRussian, type Case, type Issue } from './case.ts';
import { meantWord } from './meant-word.ts';
import { toldGuess } from './nearest.ts';
import { remediesOf, whyOf } from './remedies.ts';
import type { Sentence } from './sentence.ts';
import { nameInRussian, subjectInRussian } from './subject.ts';
import { tooBig, tooSmall } from './wrong-size.ts';
import { wrongType } from './wrong-type.ts';

/** What is wrong with a value that is there, and how to mend it. */
export function explainValue(given: Case): Sentence {
  const { issue } = given;
  switch (issue.code) {
    case 'invalid_type':
      return withReasons(given, wrongType(given, issue.expected));
    case 'too_big':
      return tooBig(given, Number(issue.maximum));
    case 'too_small':
      return byTable(given, tooSmall(given, issue));
    case 'invalid_value':
      return unknownWord(given, issue.values.map(String));
    case 'custom':
      return explainCheck(given, issue.params ?? {});
    default:
      return byTable(given, malformed(given));
  }
}

/** What the schema's own checks found. */
function explainCheck(given: Case, params: Readonly<Record<string, unknown>>): Sentence {
  const { notes, value } = given;
  if (params['severalLines'] === true) return severalLines(given);
  if (params['reason'] !== undefined) {
    return byTable(given, malformed(given, params['reason'] as InBoth));
  }
  if (params['fault'] !== undefined) return faulty(given, params['fault'] as Fault);
  return byTable(given, {
    message: `${notes.label} ${quoted(value)} does not exist.`,
    ru: `${subjectInRussian(given)}: ${quotedInRussian(value)} не существует.`,
  });
}

/** A message with the remedy and the reason of the field's table. */
function byTable(given: Case, { message, ru }: { message: string; ru: string }): Sentence {
  const told = remediesOf(given.notes);
  return withReasons(given, {
    message,
    remedy: told.remedy,
    ru: { message: ru, remedy: told.ru },
  });
}

const withReasons = ({ notes }: Case, sentence: Sentence): Sentence => ({
  ...sentence,
  ...whyOf(notes),
  ru: { ...sentence.ru, ...whyOf(notes.ru) },
});

function faulty(given: Case, { message, remedy, ru }: Fault): Sentence {
  const { notes, value } = given;
  const told = byTable(given, {
    message: `${notes.label} ${quoted(value)} ${message}.`,
    ru: `${subjectInRussian(given)}: ${quotedInRussian(value)} ${ru.message}.`,
  });
  if (remedy === undefined || ru.remedy === undefined) return told;
  return { ...told, remedy, ru: { ...told.ru, remedy: ru.remedy } };
}

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
  const messageInRussian = `«${shorten(name)}» ${fault?.ru.message ?? 'не имя, которое может здесь стоять'}.`;
  return {
    message,
    remedy: fault?.remedy ?? notes.remedy ?? 'Mend the name.',
    ru: {
      message: messageInRussian,
      remedy: fault?.ru.remedy ?? notes.ru.remedy ?? 'Исправьте имя.',
    },
  };
}

const severalLines = (given: Case): Sentence => ({
  message: `${given.notes.label} stands on several lines.`,
  why: 'It is printed on one line, and stands in titles, lists and feeds.',
  remedy: 'Write it on one line, without “|” before it and without an empty line in it.',
  ru: {
    message: `${subjectInRussian(given)} занимает несколько строк.`,
    why: 'Его печатают в одну строку: в заголовках, списках и лентах.',
    remedy: 'Напишите всё в одну строку: без «|» в начале и без пустых строк внутри.',
  },
});

/** What stands where a field is missing; `entry` is the id of the list's entry that lacks it. */
export function explainMissing(given: Case, entry?: string): Sentence {
  const { notes } = given;
  const where = entry === undefined ? '' : ` in “${shorten(entry)}”`;
  const whereInRussian = entry === undefined ? '' : ` в записи «${shorten(entry)}»`;
  return withReasons(given, {
    message: `${notes.label} is missing${where}.`,
    remedy: notes.remedy ?? 'Add the field.',
    ru: {
      message: `Нет поля ${nameInRussian(given)}${whereInRussian}.`,
      remedy: notes.ru.remedy ?? 'Добавьте это поле.',
    },
  });
}

/** What a field without a value means; in braces it is mostly a comma that belongs to a text. */
export function explainEmpty(given: Case): Sentence {
  const { notes, path } = given;
  if (notes.description === '') return commaInText(ownName(path));
  return {
    message: `${notes.label} is empty.`,
    remedy: notes.remedy ?? 'Write a value, or leave the line out.',
    ru: {
      message: `${subjectInRussian(given)} пустое.`,
      remedy: notes.ru.remedy ?? 'Напишите значение или уберите строку.',
    },
  };
}

const commaInText = (name: string): Sentence => ({
  message: `“${name}” stands where a field’s name belongs.`,
  why: 'In braces and brackets a comma begins a new entry.',
  remedy: 'Put the text before and after the comma in double quotes together.',
  example: '{ en: "Editor, English edition" }',
  ru: {
    message: `«${name}» стоит там, где должно быть название поля.`,
    why: 'В фигурных и квадратных скобках с запятой начинается новая запись.',
    remedy: 'Возьмите весь текст, до запятой и после неё, в прямые двойные кавычки.',
    example: '{ ru: "Редактор, русское издание" }',
  },
});

function unknownWord(given: Case, words: readonly string[]): Sentence {
  const { value, notes } = given;
  const guess = toldGuess(typeof value === 'string' ? meantWord(value, words) : undefined);
  return {
    message: `${notes.label} ${quoted(value)} is not in the list.`,
    remedy: `${guess.en}Write one of: ${words.join(', ')}.`,
    ru: {
      message: `${subjectInRussian(given)}: ${quotedInRussian(value)} нет в списке.`,
      remedy: `${guess.ru}Напишите одно из слов: ${words.join(', ')}.`,
    },
  };
}

function malformed(given: Case, reason?: InBoth): { message: string; ru: string } {
  const { value, notes } = given;
  const because = reason === undefined ? '' : `: ${reason.en}`;
  const becauseInRussian = reason === undefined ? '' : `: ${reason.ru}`;
  const wanted = notes.ru.form === undefined ? '' : ` Нужно указать ${notes.ru.form}.`;
  return {
    message: `${notes.label} ${quoted(value)} is not ${notes.form ?? 'in the right form'}${because}.`,
    ru: `${subjectInRussian(given)}: ${quotedInRussian(value)} не подходит${becauseInRussian}.${wanted}`,
  };
}
