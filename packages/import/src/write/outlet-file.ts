import { type Document, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { FORMERS_MAX } from '../limits.ts';
import { formerAddress } from '../article/addresses.ts';
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

/** An entry of the map as far as a record is made of it. */
interface Entry {
  id: string;
  name: string;
  formerAddresses?: readonly string[] | undefined;
  formerFeeds?: readonly string[] | undefined;
}

/**
 * Adds to `outlet.yaml` the sections and tags of the map that it lacks, names of tags in its languages, and where its
 * feeds stood; all else of the text stays as it is.
 */
export function withTaxa(text: string, map: ImportMap, languages: readonly string[]): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) return text;
  const sections = map.sections.filter(({ as }) => as === 'section');
  const other = map.otherSection;
  const wanted: Record<string, Entry[]> = {
    sections: [...sections, ...(sections.some(({ id }) => id === other.id) ? [] : [other])],
    tags: [...map.sections, ...map.tags].filter(({ as }) => as === 'tag'),
  };
  const given = listGiven(document);
  const lang = languages.includes(map.language) ? map.language : undefined;
  // Sections have a page in each language, tags in those of their articles.
  const both = languagesOf(map).filter((one) => languages.includes(one));
  const named = both.length === 0 ? languages : both;
  const recordOf = (entry: Entry, field: string, formers: Formers) => ({
    id: entry.id,
    name: inEach(field === 'tags' ? named : languages, entry.name),
    ...formers,
  });
  const isLed = lang !== undefined && addFeeds(document, map, given);
  let isChanged = nameTags(document, wanted['tags'] ?? [], named) || isLed;
  for (const [field, all] of Object.entries(wanted)) {
    const missing = missingOf(document, field, all);
    if (missing.size === 0) continue;
    isChanged = true;
    if (!isSeq(document.get(field))) document.set(field, document.createNode([]));
    const target = document.get(field);
    if (!isSeq(target)) continue;
    target.flow = false;
    for (const entries of missing.values())
      target.add(document.createNode(recordOf(entries[0], field, formersOf(entries, lang, given))));
  }
  return isChanged ? document.toString({ lineWidth: 0 }) : text;
}

const inEach = (languages: readonly string[], name: string) =>
  Object.fromEntries(languages.map((one) => [one, name]));

/** Names tags that are there in the languages of the archive, where they have no name yet. */
function nameTags(
  document: Document,
  tags: readonly Entry[],
  languages: readonly string[],
): boolean {
  const list = document.get('tags');
  const names = new Map(tags.map(({ id, name }) => [id, name]));
  let isChanged = false;
  for (const tag of isSeq(list) ? list.items : []) {
    if (!isMap(tag)) continue;
    const name = names.get(String(tag.get('id')));
    const there = tag.get('name');
    if (name === undefined || !isMap(there)) continue;
    for (const one of languages.filter((code) => !there.has(code))) {
      there.set(one, name);
      isChanged = true;
    }
  }
  return isChanged;
}

/** Entries whose records are not there, by their id: several entries may be one record. */
function missingOf(
  document: Document,
  field: string,
  all: readonly Entry[],
): Map<string, [Entry, ...Entry[]]> {
  const list = document.get(field);
  const there = new Set(
    isSeq(list) ? list.items.map((one) => (isMap(one) ? one.get('id') : undefined)) : [],
  );
  const missing = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of all.filter(({ id }) => !there.has(id))) {
    const others = missing.get(entry.id);
    if (others === undefined) missing.set(entry.id, [entry]);
    // The last one’s name has always been taken.
    else missing.set(entry.id, [{ ...entry }, ...others]);
  }
  return missing;
}

/** All former addresses of the file: each leads on to something already. */
function listGiven(document: Document): Set<string> {
  const given = new Set<string>();
  const walk = (value: unknown, isFormer: boolean): void => {
    if (isFormer && typeof value === 'string') given.add(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value))
      walk(inner, isFormer || name === 'formerAddresses' || name === 'formerFeeds');
  };
  walk(document.toJS(), false);
  return given;
}

interface Formers {
  formerAddresses?: Record<string, string[]>;
  formerFeeds?: Record<string, string[]>;
}

/** Former addresses of a record, as far as files can stand there and nothing else has them. @param given What has; grows */
function formersOf(
  entries: readonly Entry[],
  lang: string | undefined,
  given: Set<string>,
): Formers {
  const formers: Formers = {};
  if (lang === undefined) return formers;
  for (const field of ['formerAddresses', 'formerFeeds'] as const) {
    const all = entries.flatMap((entry) => entry[field] ?? []);
    const free = takeFree(all, lang, field === 'formerFeeds', given);
    if (free.length > 0) formers[field] = { [lang]: free };
  }
  return formers;
}

function takeFree(
  all: readonly string[],
  lang: string,
  isFeed: boolean,
  given: Set<string>,
): string[] {
  const free = all.flatMap((old) => {
    const address = formerAddress(old, lang, isFeed);
    if (address === undefined || given.has(address)) return [];
    given.add(address);
    return [address];
  });
  return free.slice(0, FORMERS_MAX);
}

/** Feeds of another archive of the outlet’s are added to those that are there. */
function addFeeds(document: Document, map: ImportMap, given: Set<string>): boolean {
  const free = takeFree(map.formerFeeds ?? [], map.language, true, given);
  if (free.length === 0) return false;
  const there = document.getIn(['formerFeeds', map.language]);
  const former = isSeq(there)
    ? there.items.flatMap((one) => (isScalar(one) ? [String(one.value)] : []))
    : [];
  document.setIn(['formerFeeds', map.language], document.createNode([...former, ...free]));
  return true;
}

/** Records of the authors that may be named and have none yet, by path from the content folder. */
export function authorFiles(
  map: ImportMap,
  known: ReadonlySet<string>,
  languages: readonly string[],
): Map<string, string> {
  const missing = map.authors.filter(({ named, id }) => named && !known.has(id));
  const given = new Set<string>();
  return new Map(
    [...Map.groupBy(missing, ({ id }) => id)].map(([id, entries]) => {
      const name = entries.at(-1)?.name ?? id;
      const lang = languages.includes(map.language) ? map.language : undefined;
      const formers = formersOf(entries, lang, given);
      return [
        `authors/${id}.yaml`,
        stringify({ name: inEach(languages, name), ...formers }, { lineWidth: 0 }),
      ];
    }),
  );
}
