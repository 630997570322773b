import {
  listAddress,
  type ListKind,
  NAMES_LISTED_MAX,
  NAMES_PAGE,
  namesAddress,
} from '@tamizdat/archive';
import type { Author } from '@tamizdat/article-schema';
import { fillSet, localized, taxonName } from '@tamizdat/render';
import type { PageContext } from './open-page.ts';

const listKinds: readonly ListKind[] = ['section', 'tag', 'author'];

/** What a list page says of itself. */
export interface ListHead {
  title: string;
  /** What a browser calls the page: a tag may bear the name of another page. */
  pageTitle: string;
  intro: string;
  /** What stands under the name: that the author writes under a pseudonym, or what they do and where. */
  note: string;
  /** A portrait beside content/authors, for authors under their own names. */
  portrait?: string;
  links: { name: string; url: string }[];
}

export function isListKind(kind: string): kind is ListKind {
  return (listKinds as readonly string[]).includes(kind);
}

/** Title and introduction of a list page, or undefined where there is no such section, tag or author. */
export async function listHead(
  page: PageContext,
  kind: ListKind,
  id: string,
): Promise<ListHead | undefined> {
  const { lang, outlet, door } = page;
  if (kind === 'author') {
    const author = await door.author(id);
    if (!author) return undefined;
    return authorHead(page, author);
  }
  const taxa = kind === 'section' ? outlet.sections : outlet.tags;
  const taxon = taxa.find((candidate) => candidate.id === id);
  if (!taxon) return undefined;
  const title = taxonName(taxa, id, lang, outlet);
  return {
    title,
    pageTitle: kind === 'tag' ? fillSet(page.words.tagTitle, { tag: title }, lang) : title,
    intro: localized(taxon.description, lang, outlet),
    note: '',
    links: [],
  };
}

function authorHead({ lang, outlet, words }: PageContext, author: Author): ListHead {
  const role = localized(author.role, lang, outlet);
  const place = localized(author.place, lang, outlet);
  const title = localized(author.name, lang, outlet);
  return {
    title,
    pageTitle: title,
    intro: localized(author.bio, lang, outlet),
    note: author.pseudonym ? words.pseudonym : [role, place].filter(Boolean).join(', '),
    ...(author.photo === undefined ? {} : { portrait: author.photo }),
    links: [
      ...(author.email === undefined
        ? []
        : [{ name: author.email, url: `mailto:${author.email}` }]),
      ...author.links,
    ],
  };
}

/** The same list in the other languages that have it. */
export async function listTranslations(
  page: PageContext,
  kind: ListKind,
  id: string,
): Promise<Map<string, string>> {
  const { outlet, door } = page;
  const found = await Promise.all(
    outlet.languages.map(async ({ code }) =>
      (await door.hasListPage(code, kind, id)) ? [code] : [],
    ),
  );
  return new Map(found.flat().map((code) => [code, listAddress(code, kind, id)]));
}

/** A group of links to lists of one kind. */
export interface ListGroup {
  title: string;
  /** Empty where they are too many to be named. */
  entries: ListLink[];
  /** Where all are named then. */
  all?: ListLink;
}

export interface ListLink {
  to: string;
  label: string;
}

/**
 * Links to all lists of the given kinds: sections in the outlet's order, the rest by name. Empty kinds are left out; where
 * there are too many, one link leads to the page that names them.
 */
export async function listGroups(
  page: PageContext,
  kinds: readonly (readonly [ListKind, title: string])[],
  address: (lang: string, kind: ListKind, id: string) => string,
): Promise<ListGroup[]> {
  const { lang, door, edition } = page;
  const groups = await Promise.all(
    kinds.map(async ([kind, title]): Promise<ListGroup> => {
      const ids = await door.listPageIds(lang, kind);
      if (kind === 'section' || ids.length <= NAMES_LISTED_MAX)
        return { title, entries: await listLinks(page, kind, ids, address) };
      const label = `${title} (${new Intl.NumberFormat(edition.locale).format(ids.length)})`;
      return { title, entries: [], all: { to: namesAddress(lang, kind), label } };
    }),
  );
  return groups.filter(({ entries, all }) => entries.length > 0 || all);
}

async function listLinks(
  page: PageContext,
  kind: ListKind,
  ids: readonly string[],
  address: (lang: string, kind: ListKind, id: string) => string,
): Promise<ListLink[]> {
  const { compare } = new Intl.Collator(page.edition.locale);
  const entries = await Promise.all(
    ids.map(async (id) => ({
      to: address(page.lang, kind, id),
      label: (await listHead(page, kind, id))?.title ?? id,
    })),
  );
  return kind === 'section' ? entries : entries.sort((a, b) => compare(a.label, b.label));
}

/** All tags or authors by name, in the parts that a page each names. */
export async function namesInParts(
  page: PageContext,
  kind: 'tag' | 'author',
): Promise<ListLink[][]> {
  const all = await listLinks(page, kind, await page.door.listIds(page.lang, kind), listAddress);
  return Array.from({ length: Math.ceil(all.length / NAMES_PAGE) }, (_, part) =>
    all.slice(part * NAMES_PAGE, (part + 1) * NAMES_PAGE),
  );
}
