import { inOrder } from '@tamizdat/problem';
import { plainTextProblems } from '../text/plain-texts.ts';
import { hasError } from '../parse/article.ts';
import { problemFile, type ParseContext, type Parsed } from '../parse/context.ts';
import { languageOfFile, strangeLanguage } from '../parse/edition-file.ts';
import { plainYaml } from '../parse/plain-yaml.ts';
import { parseYamlRecord } from '../parse/yaml-record.ts';
import { WORDS_FIELDS } from './fields.ts';
import { wordsRules } from './rules.ts';
import { OutletWordsSchema, type OutletWords } from './schema.ts';
import { untranslatedWords } from './untranslated.ts';

/** What came out of a file of words. */
export interface ParsedWords extends Parsed<OutletWords> {
  lang: string;
}

/**
 * Parses an outlet's own words, `words/<lang>.yaml`, untrusted; `lang` is the file's name. Where the
 * kit does not speak the language, every word is needed; else each that is there takes the kit's place. Never throws.
 */
export function parseWords(text: string, context: ParseContext): ParsedWords {
  const at = { file: problemFile(context), line: 1 };
  const lang = languageOfFile(context);
  const record = parseYamlRecord(plainYaml(text), OutletWordsSchema, WORDS_FIELDS, at);
  const strange = strangeLanguage(lang, context, 'words-language', {
    en: 'nobody would read these words',
    ru: 'этих слов никто не прочтёт',
  });
  const rules =
    record.data === undefined || strange.length > 0
      ? []
      : [...wordsRules(record.data, lang), ...untranslatedWords(record.data, lang)];
  const problems = inOrder([
    ...record.problems,
    ...plainTextProblems(record, true),
    ...[...strange, ...rules].map((finding) => record.place(finding)),
  ]);
  if (hasError(problems) || record.value === undefined) return { lang, problems };
  // Names and types are the schema's, which is made from the English words.
  return { lang, value: record.value, problems };
}
