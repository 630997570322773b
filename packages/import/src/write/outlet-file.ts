import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { ImportMap } from '../plan/map.ts';

const DIRECTION = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'dv', 'ps', 'ug', 'ckb', 'sd', 'syr']);

/** `outlet.yaml` for an empty content folder. @param day Of today, `yyyy-mm-dd`: on it the outlet holds its domain. */
export function newOutlet(map: ImportMap, day: string): string {
  const languages = languagesOf(map);
  const each = (text: string) => Object.fromEntries(languages.map((code) => [code, text]));
  const { name, description, origin, licence } = map.outlet;
  const fields = {
    name: each(name),
    description: each(description),
    origin,
    tagAuthority: { domain: URL.parse(origin)?.hostname ?? origin, date: day },
    languages: languages.map((code) => ({
      code,
      name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
      dir: DIRECTION.has(code.split('-')[0] ?? '') ? 'rtl' : 'ltr',
      locale: code,
    })),
    timeZone: map.timeZone,
    sections: [],
    tags: [],
    licence: { name: each(licence) },
  };
  return withTaxa(stringify(fields, { lineWidth: 0 }), map, languages);
}

const languagesOf = ({ language, languages }: ImportMap): string[] => [
  ...new Set([language, ...languages]),
];

/** Adds to `outlet.yaml` the sections and tags of the map that it lacks; all else of the text stays as it is. */
export function withTaxa(text: string, map: ImportMap, languages: readonly string[]): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) return text;
  const name = (one: string) => Object.fromEntries(languages.map((code) => [code, one]));
  const sections = map.sections.filter(({ as }) => as === 'section');
  const tags = [...map.sections, ...map.tags].filter(({ as }) => as === 'tag');
  const other = map.otherSection;
  const wanted = {
    sections: [...sections, ...(sections.some(({ id }) => id === other.id) ? [] : [other])],
    tags,
  };
  let isChanged = false;
  for (const [field, all] of Object.entries(wanted)) {
    const list = document.get(field);
    const there = new Set(
      isSeq(list) ? list.items.map((one) => (isMap(one) ? one.get('id') : undefined)) : [],
    );
    const missing = new Map(all.filter(({ id }) => !there.has(id)).map((one) => [one.id, one]));
    if (missing.size === 0) continue;
    isChanged = true;
    if (!isSeq(list)) document.set(field, document.createNode([]));
    const target = document.get(field);
    if (isSeq(target)) {
      target.flow = false;
      for (const one of missing.values())
        target.add(document.createNode({ id: one.id, name: name(one.name) }));
    }
  }
  return isChanged ? document.toString({ lineWidth: 0 }) : text;
}

/** Records of the authors that may be named and have none yet, by path from the content folder. */
export function authorFiles(
  map: ImportMap,
  known: ReadonlySet<string>,
  languages: readonly string[],
): Map<string, string> {
  const missing = map.authors.filter(({ named, id }) => named && !known.has(id));
  return new Map(
    missing.map(({ id, name }) => [
      `authors/${id}.yaml`,
      stringify(
        { name: Object.fromEntries(languages.map((code) => [code, name])) },
        { lineWidth: 0 },
      ),
    ]),
  );
}
