import type { Outlet } from '@tamizdat/article-schema';

interface Choice {
  value: string;
  label: string;
}

/** The words that the outlet itself has for a field: sections, tags, series; undefined for other fields. */
export function wordsOfOutlet(
  name: string,
  { outlet, lang }: { outlet: Outlet; lang: string },
): Choice[] | undefined {
  const taxa = { section: outlet.sections, tags: outlet.tags, 'series.id': outlet.series };
  if (!Object.hasOwn(taxa, name)) return undefined;
  const named = taxa[name as keyof typeof taxa].map(({ id, name: names }) => ({
    value: id,
    label: names[lang] ?? Object.values(names)[0] ?? id,
  }));
  return named.sort((a, b) => (a.label < b.label ? -1 : 1));
}
