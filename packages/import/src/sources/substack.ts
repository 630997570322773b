import { parse } from 'csv-parse/sync';
import { escapeHtml } from '@tamizdat/body/escape-html';
import type { Reason, Source, SourceArticle, SourceItem } from '../record.ts';
import { SourceError } from './source-error.ts';
import { openZipTexts, type ZipTexts } from './zip-texts.ts';

type Row = Readonly<Record<string, string | undefined>>;

/** Reads the zip that Substack exports: `posts.csv`, and a file of HTML for each post. @param file The zip as it came */
export function openSubstack(file: string): Source {
  return {
    system: 'Substack',
    async *items() {
      const zip = await openZipTexts(file);
      try {
        yield* readItems(zip);
      } finally {
        zip.close();
      }
    },
  };
}

const TEXT = /^posts\/[^/]+\.html$/;

async function* readItems(zip: ZipTexts): AsyncGenerator<SourceItem> {
  const rows = readRows(await zip.read('posts.csv'));
  // Who reads, and when: addresses of people, which are never opened.
  const people = zip.names.filter((name) => name.endsWith('.csv') && name !== 'posts.csv');
  yield { dropped: { what: 'lists of subscribers and of what they opened', count: people.length } };
  const known = new Set(rows.map((row) => textName(row['post_id'] ?? '')));
  const unknown = zip.names.filter((name) => TEXT.test(name) && !known.has(name)).length;
  yield { dropped: { what: 'texts that posts.csv does not name', count: unknown } };
  for (const row of rows) yield await itemOf(row, zip);
}

const textName = (id: string): string => `posts/${id}.html`;

function readRows(text: string | undefined): Row[] {
  try {
    if (text === undefined) throw new Error('no posts.csv');
    const rows = parse(text, {
      bom: true,
      columns: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    }) as unknown as Row[];
    if (!rows.some((row) => row['post_id'] !== undefined)) throw new Error('no column post_id');
    return rows;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    throw new SourceError({
      en: `This zip is no export of Substack: its posts.csv cannot be read (${reason}). Take the zip as Substack made it: Settings → Exports.`,
      ru: `Этот zip — не выгрузка Substack: posts.csv не прочесть (${reason}). Возьмите zip таким, каким его сделал Substack: Settings → Exports.`,
    });
  }
}

async function itemOf(row: Row, zip: ZipTexts): Promise<SourceItem> {
  const key = (row['post_id'] ?? '').trim();
  const title = (row['title'] ?? '').trim();
  const reason = leftOutFor(row);
  if (reason !== undefined) return { leftOut: { reason, key, title } };
  const html = await zip.read(textName(key));
  if (html === undefined)
    return { leftOut: { reason: 'malformed', key, title, detail: textName(key) } };
  return { article: articleOf(row, key, title, html) };
}

/** Only what says that it is published, and for everyone. */
function leftOutFor(row: Row): Reason | undefined {
  if (row['is_published']?.trim().toLowerCase() !== 'true') return 'draft';
  if (row['audience']?.trim() !== 'everyone') return 'members-only';
  return ['newsletter', 'podcast', 'video'].includes(row['type']?.trim() ?? 'newsletter')
    ? undefined
    : 'not-an-article';
}

function articleOf(row: Row, key: string, title: string, html: string): SourceArticle {
  const slug = key.slice(key.indexOf('.') + 1);
  const heard = row['podcast_url']?.trim() ?? '';
  // A recording that stands elsewhere becomes a line that says where.
  const player = /^https:\/\//.test(heard) ? `<iframe src="${escapeHtml(heard)}"></iframe>` : '';
  return {
    key,
    url: `/p/${slug}`,
    feedId: `/p/${slug}`,
    date: row['post_date']?.trim() ?? '',
    title: escapeHtml(title),
    html: player + html,
    lead: escapeHtml(row['subtitle']?.trim() ?? ''),
    slug,
    sections: [],
    tags: [],
    authors: [],
  };
}
