import { pageTimes } from '../rules/page-times.ts';
import { PAGE_FIELDS } from '../fields/page-fields.ts';
import { type Finding, inOrder } from '@tamizdat/problem';
import { PageFrontMatterSchema, type Page } from '../schema/page.ts';
import type { TextReferences } from '../text/check-text.ts';
import { hasError } from './article.ts';
import type { ParseContext, Parsed } from './context.ts';
import { parseMarkdownFile } from './markdown-file.ts';

const LAYOUT = /^pages\/([^/]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** What came out of a fixed page's file. */
export interface ParsedPage extends Parsed<Page> {
  references?: TextReferences;
}

/** Parses a fixed page, `pages/<lang>/<slug>.md`, untrusted. Never throws. */
export function parsePage(text: string, context: ParseContext & { text?: boolean }): ParsedPage {
  const [, lang = '', slug = ''] = LAYOUT.exec(context.path) ?? [];
  const kind = { schema: PageFrontMatterSchema, table: PAGE_FIELDS, lang };
  const parsed = parseMarkdownFile(text, context, kind);
  if ('missing' in parsed) return { problems: parsed.missing };
  const { record, split } = parsed;
  const problems = inOrder([
    ...parsed.problems,
    ...[...pathFindings(lang, context), ...pageTimes(record.partial.updatedAt, context.now)].map(
      (finding) => record.place(finding),
    ),
  ]);
  const references = parsed.references === undefined ? {} : { references: parsed.references };
  if (hasError(problems) || record.value === undefined) return { problems, ...references };
  const value: Page = { ...record.value, lang, slug, file: context.path, bodyLine: split.bodyLine };
  return { value, problems, ...references };
}

function pathFindings(lang: string, { path, outlet }: ParseContext): Finding[] {
  const languages = outlet?.languages.map(({ code }) => code) ?? [lang];
  if (lang !== '' && languages.includes(lang)) return [];
  return [
    {
      code: 'page-path',
      path: [],
      found: path,
      message: 'The page does not stand where a fixed page belongs.',
      remedy: `Move it to pages/<language>/<name>.md, with a name of lower-case Latin letters${
        lang === '' ? '' : ` and one of the languages ${languages.join(', ')}`
      }.`,
      ru: {
        message: 'Страница лежит не там, где лежат постоянные страницы.',
        remedy: `Перенесите её в pages/<язык>/<имя>.md; имя — из строчных латинских букв${lang === '' ? '' : `, язык — один из: ${languages.join(', ')}`}.`,
      },
      example: 'pages/en/privacy.md',
    },
  ];
}
