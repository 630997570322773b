import type { LocalizedText, Outlet, Taxon } from '@tamizdat/article-schema';

/** A text in a language; in the default language where it is missing, and empty where there is none. */
export function localized(text: LocalizedText | undefined, lang: string, outlet: Outlet): string {
  return text?.[lang] ?? text?.[outlet.languages[0]?.code ?? ''] ?? '';
}

/** Name of a section, tag or series; its id where it has no record. */
export function taxonName(
  taxa: readonly Taxon[],
  id: string,
  lang: string,
  outlet: Outlet,
): string {
  return localized(taxa.find((taxon) => taxon.id === id)?.name, lang, outlet) || id;
}
