import { FRONT_FIELDS } from '../fields/front-fields.ts';
import { type Finding, inOrder } from '@tamizdat/problem';
import { repeated } from '../rules/list-rules.ts';
import { frontTimes } from '../rules/page-times.ts';
import { FrontSchema, type Front } from '../schema/front.ts';
import { hasError } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { languageOfFile, strangeLanguage } from './edition-file.ts';
import { plainYaml } from './plain-yaml.ts';
import { parseYamlRecord } from './yaml-record.ts';

/** Parses an edited front page, `front/<lang>.yaml`, untrusted; `lang` is the file's name. Never throws. */
export function parseFront(text: string, context: ParseContext): Parsed<Front> & { lang: string } {
  const at = { file: problemFile(context), line: 1 };
  const lang = languageOfFile(context);
  const record = parseYamlRecord(plainYaml(text), FrontSchema, FRONT_FIELDS, at);
  const findings = [
    ...strangeLanguage(lang, context, 'front-language', {
      en: 'it has no such front page',
      ru: 'такой главной страницы у него нет',
    }),
    ...placedTwice(record.partial),
    ...frontTimes(record.partial),
  ];
  const problems = inOrder([
    ...record.problems,
    ...findings.map((finding) => record.place(finding)),
  ]);
  if (hasError(problems) || record.value === undefined) return { lang, problems };
  return { lang, value: record.value, problems };
}

function placedTwice({ lead, secondRank }: Partial<Front>): Finding[] {
  const ids = [...(lead === undefined ? [] : [lead]), ...(secondRank ?? [])].map(({ id }) => id);
  const offset = lead === undefined ? 0 : 1;
  const path = (index: number) => ['secondRank', index - offset, 'id'];
  return repeated(ids, path, { en: 'The article', ru: 'Статья' }, 'front-id-repeated');
}
