import {
  type AcrossFinding,
  type ArticleLists,
  listFormers,
  type Outlet,
  parseAuthor,
  parseOutlet,
  parsePage,
} from '@tamizdat/article-schema';
import type { FieldPath } from '@tamizdat/problem';
import type { ChangedSettings, Sides } from '../settings/load-settings.ts';
import { type Ended, ended } from './ended.ts';

/** Ids of the lists that articles stood on, by kind: these have pages and feeds. */
export type ListedIds = Readonly<Record<keyof ArticleLists, ReadonlySet<string>>>;

/** Records of `outlet.yaml` whose ids stand in addresses, and the lists of articles that their pages are. */
const LISTS = [
  ['languages', undefined],
  ['sections', undefined],
  ['tags', 'tag'],
  ['series', 'series'],
  ['newsletters', undefined],
] as const;

/** Records whose file’s name stands in an address: fixed pages, of each language, and authors. */
const FILE = /^(?:(pages)\/[^/]+|(authors))\/([^/]+)\.(?:md|yaml)$/;

/**
 * Judges what a pull request does to addresses that are no article’s: of fixed pages, and of sections, tags, series,
 * authors, newsletters and languages, where nothing leads on from there: people subscribe to their feeds. Advice: editors
 * may end one. Pure.
 * @param listed What articles stood on at the base, of those that readers could see and that it touches: a list that
 *   another one still stands on is told as unknown.
 */
export function judgeEnded(settings: ChangedSettings, listed: ListedIds): AcrossFinding[] {
  const { 'outlet.yaml': outlet = {} } = settings;
  const formers = listAddressesAfter(settings);
  return [
    ...outletEnded(outlet, listed, formers),
    ...filesEnded(settings, listed).filter(({ path, file = path }) => !isLedOn(file, formers)),
  ].map(ended);
}

/** Former addresses of everything that a pull request touches and that is no article. */
function listAddressesAfter(settings: ChangedSettings): Set<string> {
  const after = Object.entries(settings).map(([path, sides]) => ({
    path,
    text: sides.after ?? '',
  }));
  const formers = listFormers({
    outlet: parseOutlet(settings['outlet.yaml']?.after ?? '', { path: 'outlet.yaml' }).value,
    authors: after.flatMap(({ path, text }) =>
      path.startsWith('authors/') ? (parseAuthor(text, { path }).value ?? []) : [],
    ),
    pages: after.flatMap(({ path, text }) =>
      path.startsWith('pages/') ? (parsePage(text, { path }).value ?? []) : [],
    ),
  });
  return new Set(formers.map(({ address }) => address));
}

/** Whether something leads on from where the page of a file stood: of an author in any language. */
function isLedOn(file: string, formers: ReadonlySet<string>): boolean {
  const [folder = '', ...rest] = file.replace(/\.(?:md|yaml)$/, '').split('/');
  if (folder === 'pages') return formers.has(rest.join('/'));
  return [...formers].some((address) => address.endsWith(`/author/${rest.join('/')}`));
}

function outletEnded(
  { before = '', after = '' }: Sides,
  listed: ListedIds,
  formers: ReadonlySet<string>,
): Ended[] {
  const [was, now] = [before, after].map(
    (text): Outlet | undefined => parseOutlet(text, { path: 'outlet.yaml' }).value,
  );
  // What cannot be read now is told by its check.
  if (was === undefined || now === undefined) return [];
  const ledOn = listLedOn(was, formers);
  return LISTS.flatMap(([list, kind]) => {
    const [former, present] = [idsIn(was, list), idsIn(now, list)];
    return former
      .filter((id) => !present.includes(id) && (kind === undefined || listed[kind].has(id)))
      .filter((id) => !ledOn.has(`${list} ${id}`))
      .map((id) => ({ path: 'outlet.yaml', list, id, field: placeOf(list, former, present, id) }));
  });
}

/** Lists from whose addresses something leads on now, in each language in which they have a name: `tags water`. */
function listLedOn(was: Outlet, formers: ReadonlySet<string>): Set<string> {
  return new Set(
    (['sections', 'tags', 'series'] as const).flatMap((list) => {
      const folder = list === 'series' ? list : list.slice(0, -1);
      return was[list]
        .filter(({ id, name }) =>
          Object.keys(name).every((lang) => formers.has(`${lang}/${folder}/${id}`)),
        )
        .map(({ id }) => `${list} ${id}`);
    }),
  );
}

type ListName = (typeof LISTS)[number][0];

const idsIn = (outlet: Outlet, list: ListName): string[] =>
  outlet[list].map((one) => ('code' in one ? one.code : one.id));

/** The record that stands where this one stood, if it is new; else the list. */
function placeOf(
  list: ListName,
  former: readonly string[],
  present: readonly string[],
  id: string,
): FieldPath {
  const at = former.indexOf(id);
  const here = present[at];
  if (here === undefined || former.includes(here)) return [list];
  return [list, at, list === 'languages' ? 'code' : 'id'];
}

function filesEnded(settings: ChangedSettings, listed: ListedIds): Ended[] {
  const gone = Object.entries(settings).filter(([, { after }]) => after === undefined);
  return gone.flatMap(([path]) => {
    const [, pages, authors, id = ''] = FILE.exec(path) ?? [];
    const list = pages ?? authors;
    if (list === undefined || (authors !== undefined && !listed.author.has(id))) return [];
    const renamed = renamedTo(path, settings);
    return [{ path: renamed ?? path, list, id, file: path, field: [] }];
  });
}

/** The only file that is new in a folder from which one alone is gone. */
function renamedTo(path: string, settings: ChangedSettings): string | undefined {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = Object.entries(settings).filter(([file]) => file.startsWith(folder));
  const gone = beside.filter(([, { after }]) => after === undefined);
  const [fresh, ...more] = beside.filter(([, { before }]) => before === undefined);
  return gone.length === 1 && more.length === 0 ? fresh?.[0] : undefined;
}
