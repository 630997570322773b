import { CORRECTION_KINDS } from '../../vocabulary.ts';
import { TIME_FORM, TIME, oneOf } from '../forms.ts';
import type { FieldTable } from '../notes.ts';
import * as ru from '../russian-forms.ts';

const CORRECTION = {
  kind: 'correction',
  at: TIME,
  text: 'В первой версии был назван не тот год: плотину построили в 1956-м.',
};

/** What readers are told of changes. */
export const CORRECTIONS = {
  corrections: {
    label: 'The list of corrections',
    description: 'What was corrected and when. Only ever add to it.',
    example: [
      {
        kind: 'correction',
        at: TIME,
        text: 'The first version named the wrong year; the dam was built in 1956.',
      },
    ],
    remedy: 'Write a list of kind, at and text, or leave the line out.',
    ru: {
      label: 'исправления',
      description: 'Что и когда исправлено. Новое только дописывайте.',
      remedy: 'Перечислите исправления (kind, at и text) или уберите строку.',
      example: [CORRECTION],
    },
  },
  'corrections[]': {
    label: 'A correction',
    description: 'One change that readers are told of.',
    example: {
      kind: 'correction',
      at: TIME,
      text: 'The first version named the wrong year; the dam was built in 1956.',
    },
    remedy: 'Give kind, at and text.',
    ru: {
      label: 'исправление',
      description: 'Одна правка, о которой говорят читателям.',
      remedy: 'Укажите kind, at и text.',
      example: CORRECTION,
    },
  },
  'corrections[].kind': {
    label: 'The kind of the correction',
    description: 'What sort of change it was.',
    example: 'correction',
    form: oneOf(CORRECTION_KINDS),
    remedy: `Write one of: ${CORRECTION_KINDS.join(', ')}.`,
    ru: {
      label: 'вид исправления',
      description: 'Что это за правка.',
      form: ru.oneOf(CORRECTION_KINDS),
      remedy: ru.writeOneOf(CORRECTION_KINDS),
    },
  },
  'corrections[].at': {
    label: 'The time of the correction',
    description: 'When it was made.',
    example: TIME,
    form: TIME_FORM,
    remedy: 'Write date, time and time zone.',
    ru: {
      label: 'время исправления',
      description: 'Когда исправлено.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME,
    },
  },
  'corrections[].text': {
    text: 'typeset',
    label: 'The text of the correction',
    description: 'What was wrong and what is right.',
    example: 'The first version named the wrong year; the dam was built in 1956.',
    remedy: 'Say what was wrong and what is right.',
    why: 'A reader who saw the first version must learn what changed.',
    ru: {
      label: 'текст исправления',
      description: 'Что было неверно и как верно.',
      remedy: 'Скажите, что было неверно и как верно.',
      why: 'Кто читал первую версию, должен узнать, что изменилось.',
      example: CORRECTION.text,
    },
  },
  editorsNote: {
    text: 'markdown',
    label: 'The editor’s note',
    description: 'Markdown shown over the text; required for a withdrawn article.',
    example: 'This article has been withdrawn because its main source took back the statement.',
    remedy: 'Write the note, or leave the line out.',
    ru: {
      label: 'примечание редакции',
      description: 'Markdown над текстом; у отозванной статьи обязательно.',
      remedy: 'Напишите примечание или уберите строку.',
      example: 'Статья отозвана: её главный источник отказался от своих слов.',
    },
  },
  editorsNoteAt: {
    label: 'The time of the editor’s note',
    description:
      'When the note was added; without it, the note counts as there since the publication. A withdrawal is dated by updatedAt.',
    example: TIME,
    form: TIME_FORM,
    remedy: 'Write date, time and time zone, or leave the line out.',
    ru: {
      label: 'время примечания редакции',
      description:
        'Когда добавлено примечание; без этого считается, что оно было с публикации. Дата отзыва стоит в updatedAt.',
      form: ru.TIME_FORM,
      remedy: ru.WRITE_TIME_OR_NONE,
    },
  },
} as const satisfies FieldTable;
