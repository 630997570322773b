import { countInRussian, type RussianForms } from '../explain/russian-number.ts';
import { countCharacters } from '../characters/count.ts';
import { APPEAL_FIELDS } from '../fields/appeal-fields.ts';
import { APPEAL_MAX } from '../limits.ts';
import { type Finding, inOrder } from '@tamizdat/problem';
import { instantOf } from '../rules/instant.ts';
import { appealTimes } from '../rules/page-times.ts';
import { AppealFrontMatterSchema, type Appeal } from '../schema/appeal.ts';
import type { TextReferences } from '../text/check-text.ts';
import { inspectBody } from '@tamizdat/body';
import { hasError } from './article.ts';
import type { ParseContext, Parsed } from './context.ts';
import { parseMarkdownFile } from './markdown-file.ts';

const CHARACTERS: RussianForms = ['символ', 'символа', 'символов'];

const LAYOUT = /^appeals\/([^/]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** What came out of an appeal's file. */
export interface ParsedAppeal extends Parsed<Appeal> {
  references?: TextReferences;
}

/** Parses an appeal, `appeals/<lang>/<name>.md`, untrusted. Never throws. */
export function parseAppeal(
  text: string,
  context: ParseContext & { text?: boolean },
): ParsedAppeal {
  const [, lang = '', name = ''] = LAYOUT.exec(context.path) ?? [];
  const kind = { schema: AppealFrontMatterSchema, table: APPEAL_FIELDS, lang };
  const parsed = parseMarkdownFile(text, context, kind);
  if ('missing' in parsed) return { problems: parsed.missing };
  const { record, split } = parsed;
  const findings = [
    ...pathFindings(lang, context),
    ...dateFindings(record.partial),
    ...appealTimes(record.partial),
    ...textFindings(split.body),
  ];
  const problems = inOrder([
    ...parsed.problems,
    ...findings.map((finding) => record.place(finding)),
  ]);
  const references = parsed.references === undefined ? {} : { references: parsed.references };
  if (hasError(problems) || record.value === undefined) return { problems, ...references };
  return { value: { ...record.value, lang, name, file: context.path }, problems, ...references };
}

function pathFindings(lang: string, { path, outlet }: ParseContext): Finding[] {
  const languages = outlet?.languages.map(({ code }) => code) ?? [lang];
  if (lang !== '' && languages.includes(lang)) return [];
  const known = lang === '' ? '' : ` and one of the languages ${languages.join(', ')}`;
  const knownInRussian = lang === '' ? '' : `, язык — один из: ${languages.join(', ')}`;
  return [
    {
      code: 'appeal-path',
      path: [],
      found: path,
      message: 'The appeal does not stand where an appeal belongs.',
      remedy: `Move it to appeals/<language>/<name>.md, with a name of lower-case Latin letters${known}.`,
      ru: {
        message: 'Просьба о поддержке лежит не там, где лежат такие просьбы.',
        remedy: `Перенесите её в appeals/<язык>/<имя>.md; имя — из строчных латинских букв${knownInRussian}.`,
      },
      example: 'appeals/en/winter.md',
    },
  ];
}

function dateFindings({ from, until }: Partial<Appeal>): Finding[] {
  if (from === undefined || until === undefined || instantOf(until) > instantOf(from)) return [];
  return [
    {
      code: 'appeal-dates',
      path: ['until'],
      found: until,
      message: 'The appeal ends before it begins.',
      remedy: 'Mend “from” or “until”.',
      ru: {
        message: 'Просьба о поддержке кончается раньше, чем начинается.',
        remedy: 'Исправьте «from» или «until».',
      },
    },
  ];
}

/** It travels inside every article: text alone, and not much of it. */
function textFindings(body: string): Finding[] {
  const length = countCharacters(body.trim());
  if (length === 0) return [EMPTY];
  const long = length > APPEAL_MAX ? [tooLong(length)] : [];
  return inspectBody(body).images.length > 0 ? [...long, PICTURE] : long;
}

const EMPTY: Finding = {
  code: 'appeal-empty',
  path: [],
  message: 'The appeal has no text.',
  remedy: 'Write under the front matter what you ask, and why.',
  ru: {
    message: 'В просьбе о поддержке нет текста.',
    remedy: 'Напишите под полями, о чём вы просите и почему.',
  },
};

const PICTURE: Finding = {
  code: 'appeal-picture',
  path: [],
  message: 'The appeal holds a picture.',
  why: 'It stands on every article, whose readers pay by the byte.',
  remedy: 'Say it in words, or show the picture on the page about support.',
  ru: {
    message: 'В просьбе о поддержке есть картинка.',
    why: 'Она стоит на каждой статье, а читатели платят за каждый байт.',
    remedy: 'Скажите это словами или покажите картинку на странице о поддержке.',
  },
};

const tooLong = (length: number): Finding => ({
  code: 'appeal-too-long',
  path: [],
  message: `The appeal is ${length} characters long; at most ${APPEAL_MAX} fit.`,
  why: 'It stands on every article, whose readers pay by the byte.',
  remedy: `Cut ${length - APPEAL_MAX} characters; pages/<language>/support.md has room for more.`,
  ru: {
    message: `В просьбе о поддержке ${countInRussian(length, CHARACTERS)}, а помещается не больше ${APPEAL_MAX}.`,
    why: 'Она стоит на каждой статье, а читатели платят за каждый байт.',
    remedy: `Сократите на ${countInRussian(length - APPEAL_MAX, CHARACTERS)}; на странице pages/<язык>/support.md места больше.`,
  },
});
