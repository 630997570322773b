import { listAddress, type Archive, type ListKind } from '@tamizdat/archive';
import { localized, taxonName } from './localized.ts';
import type { PageContext } from './open-page.ts';

export const listKinds: readonly ListKind[] = ['section', 'tag', 'author'];

/** What a list page says of itself. */
export interface ListHead {
  title: string;
  intro: string;
  /** The author writes under a pseudonym. */
  pseudonym: boolean;
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
    return {
      title: localized(author.name, lang, outlet),
      intro: localized(author.bio, lang, outlet),
      pseudonym: author.pseudonym,
    };
  }
  const taxa = kind === 'section' ? outlet.sections : outlet.tags;
  const taxon = taxa.find((candidate) => candidate.id === id);
  if (!taxon) return undefined;
  return {
    title: taxonName(taxa, id, lang, outlet),
    intro: localized(taxon.description, lang, outlet),
    pseudonym: false,
  };
}

/** Ids that have a page in a language: every section, and tags and authors of listed articles. */
export async function listPageIds(door: Archive, lang: string, kind: ListKind): Promise<string[]> {
  if (kind === 'section') return (await door.outlet()).sections.map(({ id }) => id);
  return door.listIds(lang, kind);
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
      (await listPageIds(door, code, kind)).includes(id) ? [code] : [],
    ),
  );
  return new Map(found.flat().map((code) => [code, listAddress(code, kind, id)]));
}
