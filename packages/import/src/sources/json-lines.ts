import { z } from 'zod';
import type { Source, SourceArticle, SourceItem } from '../record.ts';
import { readLines } from './lines.ts';

const text = z.string();
const names = z.array(text).or(text.transform((one) => [one]));

/** A line of the door for everything: what is not named here is dropped and counted. */
const LineSchema = z.object({
  url: text,
  date: text,
  title: text,
  html: text,
  id: text.or(z.number().transform(String)).optional(),
  authors: names.optional(),
  section: names.optional(),
  tags: names.optional(),
  lead: text.optional(),
  lang: text.optional(),
  slug: text.optional(),
  feedId: text.optional(),
  linkTo: text.optional(),
  status: text.optional(),
  image: z
    .object({ file: text, alt: text.optional(), caption: text.optional(), credit: text.optional() })
    .optional(),
});
const KNOWN: ReadonlySet<string> = new Set(Object.keys(LineSchema.shape));

/** Reads an archive that somebody wrote as JSON, one article a line. @param file UTF-8 */
export function openJsonLines(file: string): Source {
  return { system: 'JSON lines', items: () => readItems(file) };
}

async function* readItems(file: string): AsyncGenerator<SourceItem> {
  let number = 0;
  for await (const line of readLines(file)) {
    number += 1;
    const key = `line ${number}`;
    if (line === undefined) yield { leftOut: { reason: 'too-long', key, title: '' } };
    else if (line.trim() !== '') yield* itemsOf(line, key);
  }
}

function itemsOf(line: string, key: string): SourceItem[] {
  const data = parseJson(line);
  if (data === undefined)
    return [{ leftOut: { reason: 'malformed', key, title: '', detail: 'no JSON' } }];
  const parsed = LineSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const detail = issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`;
    return [{ leftOut: { reason: 'malformed', key, title: '', detail } }];
  }
  const { id, url, status, section, image, authors, tags, ...rest } = parsed.data;
  const own = id ?? url;
  const unknown = Object.keys(data as object).filter((name) => !KNOWN.has(name));
  const dropped = unknown.map((name) => ({
    dropped: { what: `field ${name.slice(0, 60)}`, count: 1 },
  }));
  if (status !== undefined && status !== 'published')
    return [...dropped, { leftOut: { reason: 'draft', key: own, title: rest.title } }];
  const article: SourceArticle = {
    ...rest,
    key: own,
    url,
    sections: section ?? [],
    tags: tags ?? [],
    authors: authors ?? [],
    picture: image && { ...image, address: image.file },
  };
  return [...dropped, { article }];
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
