import type { ParsedArgs } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { contentArgument } from '../repository/content-argument.ts';

/** What an outlet can leave as. */
export const FORMS = ['markdown', 'json', 'wordpress', 'ghost'] as const;
export type Form = (typeof FORMS)[number];

/** What `tamizdat export` takes. */
export const args = {
  out: {
    type: 'string',
    description: say({
      en: 'Folder to write, which must not be there',
      ru: 'Папка, которой ещё нет',
    }),
    required: true,
    valueHint: 'folder',
  },
  as: {
    type: 'string',
    description: say({
      en: 'markdown: the content as it is; json: a file an article; wordpress, ghost: what these systems take in, a file a language; the files that articles show come with each',
      ru: 'markdown: содержимое как есть; json: файл на статью; wordpress, ghost: то, что принимают эти системы, файл на язык; файлы, которые показаны в статьях, есть при любом виде',
    }),
    default: 'all',
    valueHint: ['all', ...FORMS].join('|'),
  },
  content: contentArgument,
  language: languageArgument,
  json: {
    type: 'boolean',
    description: say({ en: 'Print what was written as JSON', ru: 'Вывести записанное как JSON' }),
    default: false,
  },
} as const;

export type Options = ParsedArgs<typeof args>;

/** @throws UsageError */
export function parseForms(given: string): readonly Form[] {
  if (given === 'all') return FORMS;
  const form = FORMS.find((name) => name === given);
  if (form !== undefined) return [form];
  const names = ['all', ...FORMS].join(', ');
  throw new UsageError(say({ en: `--as is one of: ${names}.`, ru: `--as бывает: ${names}.` }));
}
