import type { FieldTable } from '../fields/notes.ts';
import type { FieldPath, Finding } from '../problem.ts';
import { FREQUENCIES } from '../vocabulary.ts';
import { shorten } from '../characters/count.ts';
import { tableKey } from './field-of.ts';
import { nearest } from './nearest.ts';

/** Fields other systems have, and what takes their place here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  canonical: 'Remove it: the address is computed.',
  slug: 'Remove it: the folder’s name is the address.',
  access: 'Remove it: there is no paywall.',
  date: 'Write “publishedAt”.',
  author: 'Write “authors”, a list of author ids.',
  tag: 'Write “tags”, a list.',
  category: 'Write “section”.',
  image: 'Write “leadImage”, with file, alt and credit.',
  cover: 'Write “leadImage”, with file, alt and credit.',
  description: 'Write “standfirst”.',
  subtitle: 'Write “standfirst”.',
  draft: 'Write “status: draft”.',
  published: 'Write “status: ready”.',
  file: 'Put it inside “leadImage”, with two spaces before it.',
  alt: 'Put it inside “leadImage”, with two spaces before it.',
  caption: 'Put it inside “leadImage”, with two spaces before it.',
  credit: 'Put it inside “leadImage”, with two spaces before it.',
  language: 'Write “lang”.',
  type: 'Write “kind”.',
};

/** One finding for each unknown field, with the field that was probably meant. */
export function unknownFields(
  keys: readonly string[],
  path: FieldPath,
  table: FieldTable,
): Finding[] {
  const known = siblings(path, table);
  return keys.map((key) => {
    const meant = nearest(key, known);
    // Own properties only: “constructor” is a field somebody may write.
    const inArticle = path.length === 0 && known.has('publishedAt');
    const advice = inArticle && Object.hasOwn(ELSEWHERE, key) ? ELSEWHERE[key] : undefined;
    return {
      code: 'unknown-field',
      path: [...path, key],
      at: 'key',
      found: shorten(key),
      message: `There is no field “${shorten(key)}”${path.length === 0 ? '' : ' here'}.`,
      remedy: remedyFor(meant, advice, known),
    };
  });
}

function remedyFor(
  meant: string | undefined,
  advice: string | undefined,
  known: ReadonlySet<string>,
): string {
  if (advice !== undefined) return advice;
  if (meant !== undefined) return `Did you mean “${meant}”?`;
  if (known.size === 0) return 'Remove the line.';
  return `Remove the line. The fields here are: ${[...known].join(', ')}.`;
}

/** Groups whose fields are the words of a list, which no table repeats. */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  'support.amounts': FREQUENCIES,
  'support.methods[].terms': FREQUENCIES,
};

/** The fields a table knows beside a path. */
function siblings(path: FieldPath, table: FieldTable): Set<string> {
  const listed = LISTED[tableKey(path)];
  if (listed !== undefined) return new Set(listed);
  const prefix = path.length === 0 ? '' : `${tableKey(path)}.`;
  return new Set(
    Object.keys(table)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
      .filter((key) => /^\w+$/.test(key)),
  );
}
