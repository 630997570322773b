import type { ArticleOutline } from './article.ts';
import { parseArticlePath } from './article-path.ts';

/** Lines that begin a field, continue one, or hold nothing: of these alone is front matter made that is scanned. */
const LINE = /^(?:[A-Za-z]+:(?: |$)|[ #]|- |$)/;
/** Fields that need the parser. */
const PARSED = /^(?:series|formerAddresses|feedId):/;
const FIELD = /^(id|lang|translationKey):/;
/** Words that YAML surely takes as text: a ULID with a letter that is no exponent, a slug that begins with a letter. */
const TEXT = {
  id: /^id: ([0-7](?=.*[A-DF-Z])[0-9A-HJKMNP-TV-Z]{25})$/,
  lang: /^lang: ([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)$/,
  translationKey: /^translationKey: (?!(?:null|true|false)$)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/,
} as const;
/** As the schema has it. */
const SLUG_LONGEST = 100;

/**
 * The outline of an article out of the beginning of its file, without parsing it: id, language,
 * translation key and address, which are all that tells articles apart. Gives undefined wherever the
 * parser could see it differently (quotes, anchors, repeated fields, a series, former addresses or ids, front
 * matter that goes on behind `head`); then the file has to be parsed.
 */
export function scanOutline(head: string, path: string): ArticleOutline | undefined {
  const lines = frontMatterLines(head);
  if (lines === undefined || lines.some((line) => !LINE.test(line) || PARSED.test(line)))
    return undefined;
  const fields: Partial<Record<keyof typeof TEXT, string>> = {};
  for (const [index, line] of lines.entries()) {
    const name = FIELD.exec(line)?.[1] as keyof typeof TEXT | undefined;
    if (name === undefined) continue;
    const value = TEXT[name].exec(line)?.[1];
    const goesOn = /^\s/.test(lines[index + 1] ?? '');
    if (value === undefined || goesOn || fields[name] !== undefined || value.length > SLUG_LONGEST)
      return undefined;
    fields[name] = value;
  }
  const { address } = parseArticlePath(path);
  return { path, ...fields, ...(address === undefined ? {} : { address }) };
}

function frontMatterLines(head: string): string[] | undefined {
  if (!head.startsWith('---\n')) return undefined;
  const end = head.indexOf('\n---\n', 3);
  return end === -1 ? undefined : head.slice(4, end).split('\n');
}
