import { FRONT_FIELDS } from '../fields/page-fields.ts';
import { compareProblems, type Finding } from '../problem.ts';
import { repeated } from '../rules/list-rules.ts';
import { FrontSchema, type Front } from '../schema/front.ts';
import { hasError } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { plainYaml } from './plain-yaml.ts';
import { parseYamlRecord } from './yaml-record.ts';

/** Parses an edited front page, `front/<lang>.yaml`, untrusted; `lang` is the file's name. Never throws. */
export function parseFront(text: string, context: ParseContext): Parsed<Front> & { lang: string } {
  const at = { file: problemFile(context), line: 1 };
  const lang = context.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  const record = parseYamlRecord(plainYaml(text), FrontSchema, FRONT_FIELDS, at);
  const findings = [...languageFindings(lang, context), ...placedTwice(record.partial)];
  const problems = [...record.problems, ...findings.map((finding) => record.place(finding))].sort(
    compareProblems,
  );
  if (hasError(problems) || record.value === undefined) return { lang, problems };
  return { lang, value: record.value, problems };
}

function languageFindings(lang: string, { outlet }: ParseContext): Finding[] {
  const languages = outlet?.languages.map(({ code }) => code) ?? [lang];
  if (languages.includes(lang)) return [];
  return [
    {
      code: 'front-language',
      path: [],
      found: lang,
      message: `The outlet does not publish in “${lang}”, so it has no such front page.`,
      remedy: `Name the file after one of the outlet’s languages: ${languages.join(', ')}.`,
    },
  ];
}

function placedTwice({ lead, secondRank }: Partial<Front>): Finding[] {
  const ids = [...(lead === undefined ? [] : [lead]), ...(secondRank ?? [])].map(({ id }) => id);
  const offset = lead === undefined ? 0 : 1;
  const path = (index: number) => ['secondRank', index - offset, 'id'];
  return repeated(ids, path, 'The article', 'front-id-repeated');
}
