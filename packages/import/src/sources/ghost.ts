import { readFileSync, statSync } from 'node:fs';
import { parseCarried } from '@tamizdat/article-schema';
import { escapeHtml } from '@tamizdat/body/escape-html';
import { isRecord } from '@tamizdat/problem';
import { GHOST_MAX_BYTES } from '../limits.ts';
import type { Reason, Source, SourceArticle, SourceItem } from '../record.ts';
import { SourceError } from './source-error.ts';

type Row = Readonly<Record<string, unknown>>;

/** Reads a Ghost export. @param file JSON, read whole: see GHOST_MAX_BYTES */
export function openGhost(file: string): Source {
  return {
    system: 'Ghost',
    // eslint-disable-next-line @typescript-eslint/require-await -- all sources are read like streams
    async *items() {
      yield* readItems(loadTables(file));
    },
  };
}

/** Tables by name; the two forms of an export are the same inside. @throws SourceError */
function loadTables(file: string): (name: string) => Row[] {
  if (statSync(file).size > GHOST_MAX_BYTES)
    throw new SourceError({
      en: `The export has more than ${GHOST_MAX_BYTES} bytes. Export it in parts, or write JSON lines.`,
      ru: `В выгрузке больше ${GHOST_MAX_BYTES} байт. Выгрузите её частями или сделайте строки JSON.`,
    });
  const whole = parse(readFileSync(file, 'utf8'));
  const wrapped = rows(whole['db'])[0] ?? whole;
  const data = isRecord(wrapped['data']) ? wrapped['data'] : undefined;
  if (data === undefined || !Array.isArray(data['posts']))
    throw new SourceError({
      en: 'This JSON is no Ghost export: it has no list of posts.',
      ru: 'Этот JSON — не выгрузка Ghost: в нём нет списка posts.',
    });
  return (name) => rows(data[name]);
}

function parse(text: string): Row {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(value) ? value : {};
  } catch {
    throw new SourceError({ en: 'The file is not whole JSON.', ru: 'Этот файл — не целый JSON.' });
  }
}

const rows = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (row: Row | undefined, name: string): string => {
  const value = row?.[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

function* readItems(table: (name: string) => Row[]): Generator<SourceItem> {
  const emails = [...table('users'), ...table('members')].filter(
    (row) => text(row, 'email') !== '',
  ).length;
  yield { dropped: { what: 'e-mail addresses of authors and members', count: emails } };
  for (const [of, list] of [
    ['tag', 'tags'],
    ['section', 'tags'],
    ['author', 'users'],
  ] as const)
    for (const row of table(list))
      yield { named: { of, name: text(row, 'name'), slug: text(row, 'slug') } };
  const names = (list: string) =>
    new Map(table(list).map((row) => [text(row, 'id'), text(row, 'name')]));
  const tags = related(table('posts_tags'), 'tag_id', names('tags'));
  const authors = related(table('posts_authors'), 'author_id', names('users'));
  const metas = new Map(table('posts_meta').map((row) => [text(row, 'post_id'), row]));
  for (const post of table('posts')) {
    const key = text(post, 'id') || text(post, 'uuid') || text(post, 'slug');
    const title = text(post, 'title');
    const reason = leftOutFor(post);
    if (reason === undefined)
      yield { article: articleOf(post, key, title, tags, authors, metas.get(text(post, 'id'))) };
    else yield { leftOut: { reason, key, title } };
  }
}

/** Names that belong to a post, in their order. */
function related(
  links: Row[],
  field: string,
  names: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const ordered = links.toSorted(
    (a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0),
  );
  const found = new Map<string, string[]>();
  for (const link of ordered) {
    const name = names.get(text(link, field));
    const post = text(link, 'post_id');
    if (name !== undefined && name !== '') found.set(post, [...(found.get(post) ?? []), name]);
  }
  return found;
}

function leftOutFor(post: Row): Reason | undefined {
  if (text(post, 'type') === 'page' || post['page'] === 1 || post['page'] === true)
    return 'not-an-article';
  const status = text(post, 'status');
  if (status === 'scheduled') return 'scheduled';
  // What was sent as a letter alone was never public.
  if (status !== 'published') return status === 'sent' ? 'members-only' : 'draft';
  return ['', 'public'].includes(text(post, 'visibility')) ? undefined : 'members-only';
}

function articleOf(
  post: Row,
  key: string,
  title: string,
  tags: ReadonlyMap<string, string[]>,
  authors: ReadonlyMap<string, string[]>,
  meta: Row | undefined,
): SourceArticle {
  const id = text(post, 'id');
  // A tag whose name begins with “#” is the newsroom’s own and never shown.
  const shown = (tags.get(id) ?? []).filter((name) => !name.startsWith('#'));
  const [section, ...others] = shown;
  const slug = text(post, 'slug');
  const picture = text(post, 'feature_image') || text(post, 'image');
  const lang = text(post, 'locale') || text(post, 'language');
  return {
    key,
    url: slug === '' ? undefined : `/${slug}/`,
    date: dateOf(post['published_at'] ?? post['created_at']),
    // Plain texts, and what takes them reads HTML.
    title: escapeHtml(title),
    html: text(post, 'html'),
    lead: escapeHtml(text(post, 'custom_excerpt')),
    slug,
    lang: /^[a-z]{2,3}/.exec(lang.toLowerCase())?.[0],
    sections: section === undefined ? [] : [section],
    tags: others,
    authors: authors.get(id) ?? [],
    picture:
      picture === ''
        ? undefined
        : {
            address: picture,
            alt: escapeHtml(text(meta, 'feature_image_alt')),
            caption: text(meta, 'feature_image_caption'),
          },
    feedId: id,
    carried: parseCarried(text(meta, 'frontmatter')),
  };
}

/** Milliseconds in old exports; in new ones a time in UTC without saying so. */
function dateOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8e15)
    return new Date(value).toISOString();
  if (typeof value !== 'string') return '';
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(value)
    ? `${value.replace(' ', 'T')}Z`
    : value;
}
