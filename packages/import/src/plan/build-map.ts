import { SlugSchema, slugOf } from '@tamizdat/article-schema';
import { SECTIONS_MAX } from '../limits.ts';
import type { Source, SourceArticle } from '../record.ts';
import { Tally } from '../report/tally.ts';
import { formerFeedsOf, formerPlacesOf, type Listed } from './former-places.ts';
import type { ImportMap } from './map.ts';

/** What a source holds, as far as a person has to decide about it. */
export interface Plan {
  map: ImportMap;
  tally: Tally;
  /** The first and the last day of an article, as written; empty where there is none. */
  days: [string, string];
}

/** Reads a source once and proposes what becomes of it. @param zone Of dates without one. */
export async function buildPlan(source: Source, zone: string): Promise<Plan> {
  const tally = new Tally();
  const counts = {
    sections: names(),
    tags: names(),
    authors: names(),
    langs: names(),
    hosts: names(),
  };
  const slugs: Slugs = new Map();
  const places: Slugs = new Map();
  let days: [string, string] = ['', ''];
  for await (const item of source.items()) {
    tally.take(item);
    if ('named' in item) {
      const { of, name, slug, place = slug } = item.named;
      places.set(`${of}\n${name}`, place);
      if (SlugSchema.safeParse(slug).success) slugs.set(`${of}\n${name}`, slug);
    }
    if (!('article' in item)) continue;
    add(item.article, counts);
    const day = item.article.date.slice(0, 10);
    if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(day)) continue;
    days = [days[0] === '' || day < days[0] ? day : days[0], day > days[1] ? day : days[1]];
  }
  return { map: buildMap(source, counts, zone, { slugs, places }), tally, days };
}

/** Ids that a source has for its names, under `section\nCity`. */
type Slugs = Map<string, string>;
/** Ids that can be ours, and what addresses said. */
interface NamesOfSource {
  slugs: Slugs;
  places: Slugs;
}
type Names = Map<string, number>;
const names = (): Names => new Map();
type All = Record<'sections' | 'tags' | 'authors' | 'langs' | 'hosts', Names>;

function add(article: SourceArticle, { sections, tags, authors, langs, hosts }: All): void {
  const each = (into: Names, given: readonly string[]) => {
    for (const name of new Set(given)) into.set(name, (into.get(name) ?? 0) + 1);
  };
  each(sections, article.sections);
  each(tags, article.tags);
  each(authors, article.authors);
  each(langs, article.lang === undefined ? [] : [article.lang]);
  const host = article.url === undefined ? undefined : URL.parse(article.url)?.host;
  each(hosts, host === undefined || host === '' ? [] : [host]);
}

const byCount = (counts: Names): [string, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));

function buildMap(
  { system, host: own }: Source,
  counts: All,
  timeZone: string,
  { slugs, places }: NamesOfSource,
): ImportMap {
  const [main = 'en', ...languages] = byCount(counts.langs).map(([lang]) => lang);
  const ids = new Set<string>(['other']);
  const wanted = (name: string, kind: string): string =>
    slugs.get(`${kind}\n${name}`) ?? slugOf(name, main) ?? kind;
  const idOf = (name: string, kind: string): string => unique(wanted(name, kind), ids);
  const placed = new Set<string>();
  const formersOf = (name: string, kind: Listed) => {
    const known = places.get(`${kind}\n${name}`);
    const formers = formerPlacesOf(system, kind, name, known);
    // A system that has tags alone shows the first of an article’s as its section: one place, one list.
    const place = formers.formerAddresses?.[0] ?? '';
    if (placed.has(place)) return {};
    placed.add(place);
    return formers;
  };
  const sections = byCount(counts.sections).map(([old, articles], index) => ({
    old,
    articles,
    as: index < SECTIONS_MAX - 1 ? ('section' as const) : ('tag' as const),
    id: idOf(old, 'section'),
    name: old,
    ...formersOf(old, 'section'),
  }));
  const known = new Map(sections.map((one) => [one.old.toLowerCase(), one]));
  const tags = byCount(counts.tags)
    .filter(([old]) => known.get(old.toLowerCase())?.as !== 'tag')
    .map(([old, articles]) => ({
      old,
      articles,
      as: 'tag' as const,
      id: idOf(old, 'tag'),
      name: old,
      ...formersOf(old, 'tag'),
    }));
  const people = new Set<string>();
  const authors = byCount(counts.authors).map(([old, articles]) => ({
    old,
    articles,
    named: !old.includes('@'),
    id: unique(wanted(old, 'author'), people),
    name: old,
    ...formersOf(old, 'author'),
  }));
  const named = byCount(counts.hosts).map(([host]) => host);
  const hosts = own === undefined ? named : [...new Set([own, ...named])];
  const host = hosts[0] ?? 'outlet.example';
  return {
    from: system,
    language: main,
    languages,
    timeZone,
    ownHosts: hosts.slice(0, 20),
    formerFeeds: formerFeedsOf(system),
    otherSection: { id: 'other', name: main.startsWith('ru') ? 'Другое' : 'Other' },
    outlet: {
      name: host,
      description: host,
      origin: `https://${host.replace(/:\d+$/, '')}`,
      licence: 'All rights reserved',
    },
    sections,
    tags,
    authors,
  };
}

/** An id that no other has yet. */
export function unique(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
