import { PAGE_FIELDS } from '../fields/page-fields.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { compareProblems, placeFinding, type Finding } from '../problem.ts';
import { PageFrontMatterSchema, type Page } from '../schema/page.ts';
import { checkText, type TextReferences } from '../text/check-text.ts';
import { hasError, hiddenInBody } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { parseYamlRecord } from './yaml-record.ts';

const LAYOUT = /^pages\/([^/]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** What came out of a fixed page's file. */
export interface ParsedPage extends Parsed<Page> {
  references?: TextReferences;
}

/** Parses a fixed page, `pages/<lang>/<slug>.md`, untrusted. Never throws. */
export function parsePage(text: string, context: ParseContext & { text?: boolean }): ParsedPage {
  const file = problemFile(context);
  const split = splitFrontMatter(text);
  if (split.missing !== undefined) {
    const missing = placeFinding(split.missing, file, { line: 1, column: 1 });
    return { problems: [missing, ...hiddenInBody(split, file)] };
  }
  const at = { file, line: split.yamlLine };
  const record = parseYamlRecord(split.yaml, PageFrontMatterSchema, PAGE_FIELDS, at);
  const [, lang = '', slug = ''] = LAYOUT.exec(context.path) ?? [];
  const checked = context.text === false ? undefined : checkText(split, file, { sources: [] });
  const problems = [
    ...record.problems,
    ...pathFindings(lang, context).map((finding) => record.place(finding)),
    ...hiddenInBody(split, file),
    ...(checked?.problems ?? []),
  ].sort(compareProblems);
  const references = checked === undefined ? {} : { references: checked.references };
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
      example: 'pages/en/privacy.md',
    },
  ];
}
