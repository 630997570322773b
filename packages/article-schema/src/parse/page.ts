import { fragmentFindings } from '../anchors/check-fragment.ts';
import { fixedPageAnchors } from '../anchors/page-anchors.ts';
import { PAGE_FIELDS } from '../fields/page-fields.ts';
import { splitFrontMatter, type SplitFile } from '../front-matter/split.ts';
import { compareProblems, placeFinding, type Finding, type Problem } from '../problem.ts';
import { PageFrontMatterSchema, type Page } from '../schema/page.ts';
import { checkTexts, type OwnFragment, type TextReferences } from '../text/check-text.ts';
import { hiddenInBody } from '../text/hidden-characters.ts';
import { bodyText } from '../text/markdown-text.ts';
import { hasError } from './article.ts';
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
    const missing = placeFinding(split.missing, file, { line: split.missingLine ?? 1, column: 1 });
    return { problems: [missing, ...hiddenInBody(split, file)] };
  }
  const at = { file, line: split.yamlLine };
  const record = parseYamlRecord(split.yaml, PageFrontMatterSchema, PAGE_FIELDS, at);
  const [, lang = '', slug = ''] = LAYOUT.exec(context.path) ?? [];
  const checked =
    context.text === false
      ? undefined
      : checkTexts([bodyText(split)], file, { sources: [], origin: context.outlet?.origin });
  const problems = [
    ...record.problems,
    ...pathFindings(lang, context).map((finding) => record.place(finding)),
    ...hiddenInBody(split, file),
    ...(checked?.problems ?? []),
    ...deadFragments(checked?.fragments ?? [], lang, split, file),
  ].sort(compareProblems);
  const references = checked === undefined ? {} : { references: checked.references };
  if (hasError(problems) || record.value === undefined) return { problems, ...references };
  const value: Page = { ...record.value, lang, slug, file: context.path, bodyLine: split.bodyLine };
  return { value, problems, ...references };
}

function deadFragments(
  links: readonly OwnFragment[],
  lang: string,
  { body }: SplitFile,
  file: string,
): Problem[] {
  if (links.length === 0) return [];
  const page = fixedPageAnchors({ lang }, body.normalize('NFC'));
  return links.flatMap(({ target, fragment, line, column }) =>
    fragmentFindings(target, page, fragment).map((finding) =>
      placeFinding(finding, file, { line, column }),
    ),
  );
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
