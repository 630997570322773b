import type { Source, SourceArticle } from '../record.ts';
import type { ImportMap } from '../plan/map.ts';
import type { Tally } from '../report/tally.ts';
import { type Journal, journalKey } from '../write/journal.ts';
import { listMoves } from '../plan/former-places.ts';
import { addressKey, formerAddress, slugFor } from './addresses.ts';
import { taxaOf } from './compose-article.ts';
import { detachText } from './detach-text.ts';
import { importId } from './import-id.ts';
import { type LocalTime, readTime } from './read-time.ts';

/** Where an article of a source goes; known of all before the first is written, so that links between them lead on. */
export interface Place {
  id: string;
  /** Folder of the content. */
  folder: string;
  lang: string;
  publishedAt: string;
  former: string[];
}

export interface ArticleIndex {
  /** By key. */
  places: ReadonlyMap<string, Place>;
  /** Addresses of the site by old ones, as `addressKey` writes them; those of articles that are refused go. */
  links: Map<string, string>;
  /** Every old address as it was, with the new one. */
  moves: (readonly [string, string])[];
  /** Keys of articles by the id that feeds had for them: of two with one id, the first has it. */
  feedIds: ReadonlyMap<string, string>;
}

export interface Indexing {
  map: ImportMap;
  journal: Journal;
  /** Milliseconds since 1970: what is later is scheduled. */
  now: number;
  localTime: LocalTime;
  /** The outlet’s, in which the day of an article’s folder counts. */
  zone: string;
  /** Ids of the articles that stand in the content already, by folder. */
  taken: ReadonlyMap<string, string>;
}

/** Reads a source once, and gives each article its place. Who cannot have one is left out, and counted by `tally`. */
export async function indexArticles(
  source: Source,
  given: Indexing,
  tally: Tally,
): Promise<ArticleIndex> {
  const { map } = given;
  const places = new Map<string, Place>();
  const links = new Map<string, string>();
  const moves: [string, string][] = [];
  const folders = new Set<string>([...given.taken.keys(), ...given.journal.folders()]);
  const formers = new Set<string>();
  const used = new Set<string>();
  const feedIds = new Map<string, string>();
  const ids: Ids = { used: new Set(), at: new Map([...given.taken].map(([at, id]) => [id, at])) };
  for await (const item of source.items()) {
    tally.take(item);
    if (!('article' in item)) continue;
    const { article } = item;
    const place = placeFor(article, given, folders, places, ids, tally);
    if (place === undefined) continue;
    const key = detachText(article.key);
    places.set(key, place);
    noteLists(article, map, used);
    ids.used.add(place.id);
    const { feedId = '' } = article;
    if (!feedIds.has(feedId)) feedIds.set(detachText(feedId), key);
    const address = addressOf(place);
    for (const listed of [article.url, ...(article.otherUrls ?? [])]) {
      if (listed === undefined || listed === '') continue;
      const old = detachText(listed);
      const link = addressKey(old);
      if (!links.has(link)) links.set(link, address);
      moves.push([old, address]);
      // It knows its former addresses itself.
      if (article.carried !== undefined) continue;
      const former = formerAddress(old, place.lang);
      if (former === undefined || formers.has(former) || `/${former}.html` === address) continue;
      formers.add(former);
      if (place.former.length < 50) place.former.push(former);
    }
  }
  for (const [old, address] of listMoves(map, used)) moves.push([old, address]);
  return { places, links, moves, feedIds };
}

/** The lists that an article is on, as `tag water`. */
function noteLists(article: SourceArticle, map: ImportMap, used: Set<string>): void {
  const { section, tags = [], authors = [] } = taxaOf(article, map, new Map());
  used.add(`section ${section}`);
  for (const id of tags) used.add(`tag ${id}`);
  for (const id of authors) used.add(`author ${id}`);
}

/** Where an article is read, from the site’s root. */
export const addressOf = ({ folder }: Pick<Place, 'folder'>): string =>
  `/${folder.replace(/^articles\//, '').replace(/\/(\d\d)-/, '/$1/')}.html`;

/** Ids that are given away: in this import, and in the content by folder. */
interface Ids {
  used: Set<string>;
  at: ReadonlyMap<string, string>;
}

/** The id that an article brought along, where no other has it. */
function ownId({ carried }: SourceArticle, folder: string, { used, at }: Ids): string | undefined {
  if (carried === undefined || used.has(carried.id)) return undefined;
  return [undefined, folder].includes(at.get(carried.id)) ? carried.id : undefined;
}

function placeFor(
  article: SourceArticle,
  { map, journal, now, localTime, taken, zone }: Indexing,
  folders: Set<string>,
  places: ReadonlyMap<string, Place>,
  ids: Ids,
  tally: Tally,
): Place | undefined {
  const { key, title } = article;
  const refuse = (reason: Parameters<Tally['leaveOut']>[0], detail?: string) => {
    tally.leaveOut(reason, { key, title, detail });
    return undefined;
  };
  if (key === '') {
    refuse('no-key');
    return;
  }
  if (places.has(key)) {
    refuse('key-twice');
    return;
  }
  // Of a site in one language, what its settings called it matters less than what the map says.
  const lang =
    map.languages.length === 0
      ? map.language
      : (article.carried?.lang ?? article.lang ?? map.language);
  if (lang !== map.language && !map.languages.includes(lang)) {
    refuse('language-unknown', lang);
    return;
  }
  const at = readTime(article.date, map.timeZone, localTime);
  if (at === undefined) {
    refuse('no-date', article.date.slice(0, 40));
    return;
  }
  const { from, until } = article.shown ?? {};
  const begins = from === undefined ? at : readTime(from, map.timeZone, localTime);
  const ends = until === undefined ? undefined : readTime(until, map.timeZone, localTime);
  if (begins === undefined || (until !== undefined && ends === undefined)) {
    refuse('no-date', (from ?? until ?? '').slice(0, 40));
    return;
  }
  if (Math.max(at, begins) > now) {
    refuse('scheduled', (at > now ? article.date : (from ?? '')).slice(0, 40));
    return;
  }
  if (ends !== undefined && ends <= now) {
    refuse('expired', until?.slice(0, 40));
    return;
  }
  const { day, timestamp } = localTime(at, zone);
  const known = journal.entry(journalKey(map.from, key));
  const rest = { lang, publishedAt: timestamp, former: [] };
  if (known !== undefined) return { id: known.id, folder: known.folder, ...rest };
  const [year = '', month = '', date = ''] = day.split('-');
  const folder = (slug: string) => detachText(`articles/${lang}/${year}/${month}/${date}-${slug}`);
  const slug = article.carried?.slug ?? slugFor(article, lang);
  const id = ownId(article, folder(slug), ids) ?? importId(map.from, key, at);
  let own = folder(slug);
  for (let number = 2; folders.has(own) && taken.get(own) !== id; number += 1)
    own = folder(`${slug}-${number}`);
  folders.add(own);
  return { id, folder: own, ...rest };
}
