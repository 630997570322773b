import { AUTHOR_FIELDS } from '../fields/author-fields.ts';
import { type Finding, inOrder } from '@tamizdat/problem';
import { localizedFindings } from '../rules/localized-rule.ts';
import { ownAddresses } from '../rules/own-address.ts';
import { pseudonymRule } from '../rules/pseudonym-rule.ts';
import { AuthorFileSchema, type Author } from '../schema/author.ts';
import { misleadingFields } from '../text/misleading-link.ts';
import { plainTextProblems } from '../text/plain-texts.ts';
import { hasError } from './article.ts';
import { problemFile, type ParseContext, type Parsed } from './context.ts';
import { parseYamlRecord } from './yaml-record.ts';
import { plainYaml } from './plain-yaml.ts';

/**
 * Parses an author's record, `authors/<id>.yaml`, untrusted. The file's name is the author's id.
 * Never throws.
 */
export function parseAuthor(text: string, context: ParseContext): Parsed<Author> {
  const at = { file: problemFile(context), line: 1 };
  const record = parseYamlRecord(plainYaml(text), AuthorFileSchema, AUTHOR_FIELDS, at);
  const id = context.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  const findings = [
    ...nameFindings(id),
    ...pseudonymRule(record.partial),
    ...localizedFindings(record.partial, [], context.outlet),
    ...misleadingFields(record.partial),
    ...ownAddresses(record.partial, context.outlet?.origin),
  ];
  const problems = inOrder([
    ...record.problems,
    ...plainTextProblems(record),
    ...findings.map((finding) => record.place(finding)),
  ]);
  if (hasError(problems) || record.value === undefined) return { problems };
  return { value: { ...record.value, id }, problems };
}

function nameFindings(id: string): Finding[] {
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.length <= 100) return [];
  return [
    {
      code: 'author-file-name',
      path: [],
      found: id,
      message: `The file’s name “${id}” cannot be an author’s id.`,
      remedy: 'Use lower-case Latin letters, digits and single hyphens.',
      ru: {
        message: `Имя файла «${id}» не может быть идентификатором автора.`,
        remedy: 'Возьмите строчные латинские буквы, цифры и одиночные дефисы.',
      },
      example: 'anna-petrova.yaml',
    },
  ];
}
