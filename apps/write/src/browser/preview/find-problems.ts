import { LINE_SHOWN_MAX } from '../../limits.ts';
import { parseArticle } from '@tamizdat/article-schema';
import type { Problem } from '@tamizdat/problem';
import { SOURCE_FIELD } from '../../entry-file/entry-file.ts';
import { fieldsOfNew } from '../copied-entry.ts';
import { articlePath, placeEntry } from '../place-entry.ts';
import type { RoomData } from '../../room/room-data.ts';
import { writeArticle } from '../formats.ts';

/** What an entry’s id is before it has one: a ULID, so that it is not told of. */
const NO_ID = '00000000000000000000000000';

/** A problem, and of one in the text how its line begins: a form has no numbers of lines. */
export type FormProblem = Problem & { near?: string };

/** What `tamizdat check` would say of the article as its form stands, of the file alone. */
export function findProblems(
  { outlet, authors }: RoomData,
  entry: { path: string; collection: string; now: number },
  data: Record<string, unknown>,
): FormProblem[] {
  const lang = entry.collection.replace('articles-', '');
  const place = placeEntry(data, { ...entry, timeZone: outlet.timeZone, id: NO_ID });
  const isNew = entry.path === '';
  const text = textOf(isNew ? { ...fieldsOfNew(data), id: NO_ID, lang } : data);
  const path = isNew ? articlePath(lang, place) : entry.path.replace(/^content\//, '');
  const { problems } = parseArticle(text, { path, outlet, authors: new Set(Object.keys(authors)) });
  const lines = text.split('\n');
  return problems.map((problem) =>
    problem.field === undefined ? { ...problem, near: begin(lines[problem.line - 1]) } : problem,
  );
}

function begin(line = ''): string {
  const signs = Array.from(line.trim());
  return signs.length > LINE_SHOWN_MAX
    ? `${signs.slice(0, LINE_SHOWN_MAX).join('')}…`
    : signs.join('');
}

/** The file as the form would write it; of a file that cannot be read, what it is. */
function textOf(data: Record<string, unknown>): string {
  try {
    return writeArticle(data);
  } catch {
    return String(data[SOURCE_FIELD]);
  }
}
