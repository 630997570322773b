import type { FieldPath } from '@tamizdat/problem';
import type { Author } from '../schema/author.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { Page } from '../schema/page.ts';

/** What has former addresses and is no article: a list, a fixed page, or an edition, whose feeds they are. */
export interface FormerOwner {
  kind: 'section' | 'tag' | 'author' | 'series' | 'page' | 'edition';
  /** Of the list; the page’s slug; the edition’s language. */
  id: string;
  lang: string;
}

/** A former address, and what it leads on to. */
export interface Former extends FormerOwner {
  /** As it is written: without `.html`; a feed’s may end in `.xml`. */
  address: string;
  isFeed: boolean;
  /** Where it is written: the file, and the field in it. */
  path: string;
  field: FieldPath;
}

/** What of a content folder has former addresses, besides articles. */
export interface FormerSource {
  outlet: Outlet | undefined;
  authors: readonly Pick<Author, 'id' | 'formerAddresses' | 'formerFeeds'>[];
  pages: readonly Pick<Page, 'lang' | 'slug' | 'formerAddresses'>[];
}

/** Lists all former addresses that are no article’s, in the order of the files. Pure. */
export function listFormers({ outlet, authors, pages }: FormerSource): Former[] {
  return [
    ...authors.flatMap((author) =>
      ofRecord(author, 'author', author.id, `authors/${author.id}.yaml`, []),
    ),
    ...(outlet === undefined ? [] : ofOutlet(outlet)),
    ...pages.flatMap(({ lang, slug, formerAddresses = [] }) =>
      formerAddresses.map((address, index): Former => {
        const field = ['formerAddresses', index];
        const path = `pages/${lang}/${slug}.md`;
        return { address, kind: 'page', id: slug, lang, isFeed: false, path, field };
      }),
    ),
  ];
}

const LISTS = [
  ['sections', 'section'],
  ['tags', 'tag'],
  ['series', 'series'],
] as const;

function ofOutlet(outlet: Outlet): Former[] {
  return [
    ...Object.entries(outlet.formerFeeds ?? {}).flatMap(([lang, addresses]) =>
      addresses.map((address, index): Former => {
        const field = ['formerFeeds', lang, index];
        return { address, kind: 'edition', id: lang, lang, isFeed: true, path: FILE, field };
      }),
    ),
    ...LISTS.flatMap(([list, kind]) =>
      outlet[list].flatMap((taxon, index) => ofRecord(taxon, kind, taxon.id, FILE, [list, index])),
    ),
  ];
}

const FILE = 'outlet.yaml';

interface Record {
  formerAddresses?: Readonly<{ [lang: string]: readonly string[] }> | undefined;
  formerFeeds?: Readonly<{ [lang: string]: readonly string[] }> | undefined;
}

function ofRecord(
  record: Record,
  kind: FormerOwner['kind'],
  id: string,
  path: string,
  at: FieldPath,
): Former[] {
  return (['formerAddresses', 'formerFeeds'] as const).flatMap((name) =>
    Object.entries(record[name] ?? {}).flatMap(([lang, addresses]) =>
      addresses.map((address, index): Former => {
        const field = [...at, name, lang, index];
        return { address, kind, id, lang, isFeed: name === 'formerFeeds', path, field };
      }),
    ),
  );
}
