import { CARRIED_KEY, parseCarried } from '@tamizdat/article-schema';
import { detachText } from '../article/detach-text.ts';
import type { Reason, Source, SourceArticle, SourceItem, SourcePicture } from '../record.ts';
import { readXmlItems, type XmlElement } from './xml-items.ts';

/** Reads a WordPress export (WXR). @param file XML, in the encoding that it names */
export function openWordpress(file: string): Source {
  let known: Promise<Known> | undefined;
  return {
    system: 'WordPress',
    async *items() {
      known ??= readKnown(file);
      yield* readItems(file, await known);
    },
  };
}

/** What items point at. */
interface Known {
  /** Names by login. */
  authors: Map<string, string>;
  /** Pictures by the id of their attachment. */
  pictures: Map<string, SourcePicture>;
  lang: string | undefined;
  /** Of categories that lie in another, by id. */
  parents: Map<string, string>;
}

async function readKnown(file: string): Promise<Known> {
  const known: Known = {
    authors: new Map(),
    pictures: new Map(),
    lang: undefined,
    parents: new Map(),
  };
  for await (const element of readXmlItems(file)) {
    if (element.name === 'language') known.lang = languageOf(element.text);
    if (element.name === 'wp:author') {
      const login = textOf(element, 'wp:author_login');
      known.authors.set(login, textOf(element, 'wp:author_display_name') || login);
    }
    const parent = textOf(element, 'wp:category_parent');
    if (element.name === 'wp:category' && parent !== '')
      known.parents.set(detachText(textOf(element, 'wp:category_nicename')), detachText(parent));
    if (element.name === 'item' && textOf(element, 'wp:post_type') === 'attachment') {
      const address = textOf(element, 'wp:attachment_url');
      if (address !== '')
        known.pictures.set(textOf(element, 'wp:post_id'), {
          address: detachText(address),
          alt: detachText(metaOf(element, '_wp_attachment_image_alt') ?? ''),
          caption: detachText(textOf(element, 'excerpt:encoded')),
        });
    }
  }
  return known;
}

/** `ru-RU` is `ru` to an outlet. */
function languageOf(text: string): string | undefined {
  const tag = /^[a-z]{2,3}/.exec(text.trim().toLowerCase())?.[0];
  return tag;
}

async function* readItems(file: string, known: Known): AsyncGenerator<SourceItem> {
  for await (const element of readXmlItems(file)) {
    if (element.name === 'wp:author')
      yield dropped(
        'e-mail addresses of authors',
        textOf(element, 'wp:author_email') === '' ? 0 : 1,
      );
    yield* namedBy(element, known);
    if (element.name === 'item') yield* itemsOf(element, known);
  }
}

/** The lists of a site, with the name and the id of each entry. */
const LISTS = {
  'wp:category': { of: 'section', name: 'wp:cat_name', slug: 'wp:category_nicename' },
  'wp:tag': { of: 'tag', name: 'wp:tag_name', slug: 'wp:tag_slug' },
  'wp:author': { of: 'author', name: 'wp:author_display_name', slug: 'wp:author_login' },
} as const;

function* namedBy(element: XmlElement, { parents }: Known): Generator<SourceItem> {
  if (!Object.hasOwn(LISTS, element.name)) return;
  const { of, name, slug } = LISTS[element.name as keyof typeof LISTS];
  const id = textOf(element, slug);
  const named = { of, name: textOf(element, name), slug: id };
  yield { named: of === 'section' ? { ...named, place: placeIn(parents, id) } : named };
}

/** A category’s address says those around it, too: `news/city`. */
function placeIn(parents: ReadonlyMap<string, string>, id: string): string {
  const parts = [id];
  for (let at = parents.get(id); at !== undefined && parts.length < 10; at = parents.get(at))
    parts.unshift(at);
  return parts.join('/');
}

const dropped = (what: string, count: number): SourceItem => ({ dropped: { what, count } });

/** Why a status is not public. */
const STATUSES: Readonly<Record<string, Reason>> = {
  draft: 'draft',
  'auto-draft': 'draft',
  pending: 'draft',
  private: 'private',
  future: 'scheduled',
  trash: 'trashed',
};
/** Fields that are read; of all others only their number is told. */
const META: ReadonlySet<string> = new Set([
  '_thumbnail_id',
  '_wp_attachment_image_alt',
  CARRIED_KEY,
]);

function* itemsOf(item: XmlElement, known: Known): Generator<SourceItem> {
  const comments = item.children.filter(({ name }) => name === 'wp:comment').length;
  if (comments > 0) yield dropped('comments', comments);
  const metas = item.children.filter(
    (one) => one.name === 'wp:postmeta' && !META.has(textOf(one, 'wp:meta_key')),
  );
  if (metas.length > 0) yield dropped('custom fields', metas.length);
  const type = textOf(item, 'wp:post_type') || 'post';
  if (type === 'attachment') {
    yield dropped('attachments, taken where an article shows them', 1);
    return;
  }
  const key = textOf(item, 'wp:post_id') || textOf(item, 'guid');
  const title = textOf(item, 'title');
  const status = textOf(item, 'wp:status') || 'publish';
  const reason = leftOutFor(item, type, status);
  if (reason === undefined) yield { article: articleOf(item, key, title, known) };
  else
    yield {
      leftOut: {
        reason,
        key,
        title,
        ...(reason === 'not-an-article' && { detail: type.slice(0, 60) }),
      },
    };
}

function leftOutFor(item: XmlElement, type: string, status: string): Reason | undefined {
  if (type !== 'post') return 'not-an-article';
  if (status !== 'publish') return STATUSES[status] ?? 'private';
  if (textOf(item, 'wp:post_password') !== '') return 'password';
  return undefined;
}

function articleOf(item: XmlElement, key: string, title: string, known: Known): SourceArticle {
  const named = (domain: string) => [
    ...new Set(
      item.children
        .filter(({ name, attributes }) => name === 'category' && attributes['domain'] === domain)
        .map(({ text }) => text.trim())
        .filter(Boolean),
    ),
  ];
  const creator = textOf(item, 'dc:creator');
  // As a plugin for several authors writes them; WordPress itself knows one.
  const several = named('author');
  const guid = textOf(item, 'guid');
  const link = textOf(item, 'link');
  const thumbnail = metaOf(item, '_thumbnail_id');
  const slug = textOf(item, 'wp:post_name');
  return {
    key,
    url: link,
    otherUrls: [...(guid.startsWith('http') && guid !== link ? [guid] : []), ...shortOf(link, key)],
    date: dateOf(item),
    title,
    html: textOf(item, 'content:encoded'),
    form: 'wordpress',
    lead: textOf(item, 'excerpt:encoded'),
    slug,
    lang: known.lang,
    sections: named('category'),
    tags: named('post_tag'),
    authors:
      several.length > 0 ? several : creator === '' ? [] : [known.authors.get(creator) ?? creator],
    picture: thumbnail === undefined ? undefined : known.pictures.get(thumbnail),
    feedId: guid,
    linkTo: linkOf(item),
    carried: parseCarried(metaOf(item, CARRIED_KEY) ?? ''),
  };
}

/** Of a post of the format “link” the first address in its text, which a theme shows as its headline’s. */
function linkOf(item: XmlElement): string | undefined {
  const isLink = item.children.some(
    ({ name, attributes }) => name === 'category' && attributes['nicename'] === 'post-format-link',
  );
  if (!isLink) return undefined;
  return /\bhref=["'](https?:\/\/[^"'\s<>]{1,2000})["']/i.exec(
    textOf(item, 'content:encoded'),
  )?.[1];
}

/** `/?p=12` always leads to a post. */
function shortOf(link: string, key: string): string[] {
  const origin = URL.parse(link)?.origin;
  return origin === undefined || origin === 'null' || !/^\d+$/.test(key)
    ? []
    : [`${origin}/?p=${key}`];
}

/** The time without a zone is the site’s own; the other one is in UTC, and missing in old exports. */
function dateOf(item: XmlElement): string {
  const utc = textOf(item, 'wp:post_date_gmt');
  return utc !== '' && !utc.startsWith('0000')
    ? `${utc.replace(' ', 'T')}Z`
    : textOf(item, 'wp:post_date');
}

const textOf = (element: XmlElement, name: string): string =>
  element.children.find((child) => child.name === name)?.text.trim() ?? '';

function metaOf(item: XmlElement, key: string): string | undefined {
  const meta = item.children.find(
    (one) => one.name === 'wp:postmeta' && textOf(one, 'wp:meta_key') === key,
  );
  return meta && (textOf(meta, 'wp:meta_value') || undefined);
}
