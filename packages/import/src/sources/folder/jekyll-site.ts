import {
  addressWords,
  dateParts,
  expandPermalink,
  formerOf,
  slugIn,
  withOrigin,
} from './expand-permalink.ts';
import { folderOf, stemOf } from './fields-from-above.ts';
import type { FolderFiles } from './folder-files.ts';
import { isRow, isYes, pick, type Row, rowOf, textOf, textsOf } from './row.ts';
import { type Addresses, datedName, type PagePlace, type Site } from './site.ts';
import { trimEndSlashes, trimSlashes } from '../../article/trim-slashes.ts';

/** Reads what a Jekyll site says of itself. */
export function openJekyll(files: FolderFiles): Site {
  const settings = files.dataOf('_config');
  const below = trimSlashes(textOf(pick(settings, 'baseurl')));
  const host = trimEndSlashes(textOf(pick(settings, 'url')));
  const origin = host === '' ? '' : [host, below].filter(Boolean).join('/');
  const collections = shownCollections(settings);
  const lang = /^[a-z]{2,3}/.exec(textOf(pick(settings, 'lang', 'locale')).toLowerCase())?.[0];
  return {
    system: 'Jekyll',
    origin,
    zone: textOf(pick(settings, 'timezone')) || undefined,
    encoding: textOf(pick(settings, 'encoding')) || 'utf-8',
    texts: [textOf(pick(settings, 'source')).replaceAll(/^\.\/|\/$/g, '')],
    pictures: ['', 'assets', 'src', 'docs'],
    without: new Set(),
    templatesOf: () => 'liquid',
    placeOf: (path) => placeOf(path, collections, lang),
    inherited: defaultsOf(settings),
    addressesOf: (place, fields, date) => addressesOf(place, fields, date, settings, origin),
    authors: namesIn(files.dataOf('_data/authors', '_data/author')),
  };
}

/** Collections whose entries are pages. */
function shownCollections(settings: Row): ReadonlySet<string> {
  const all = rowOf(settings, 'collections');
  return new Set(Object.keys(all).filter((name) => isYes(pick(rowOf(all, name), 'output'))));
}

function placeOf(
  path: string,
  collections: ReadonlySet<string>,
  lang: string | undefined,
): PagePlace | undefined {
  const parts = folderOf(path).split('/');
  const at = parts.findIndex(
    (part) => part === '_posts' || (part.startsWith('_') && collections.has(part.slice(1))),
  );
  // Drafts are read to be counted.
  if (at === -1 && !parts.includes('_drafts')) return undefined;
  const folders = at > 0 ? parts.slice(0, at) : [];
  return { path, folders, ...datedName(stemOf(path)), lang };
}

/** `defaults`: what the site says of all files of a path. */
function defaultsOf(settings: Row): (path: string) => Row {
  const list = pick(settings, 'defaults');
  const rules = (Array.isArray(list) ? list.filter(isRow) : []).map((rule) => ({
    path: trimSlashes(textOf(pick(rowOf(rule, 'scope'), 'path')).split('*')[0] ?? ''),
    type: textOf(pick(rowOf(rule, 'scope'), 'type')),
    values: rowOf(rule, 'values'),
  }));
  return (path) =>
    Object.assign(
      {},
      ...rules
        .filter((rule) => rule.path === '' || path.startsWith(rule.path))
        .filter(({ type }) => type === '' || path.includes(`_${type}/`))
        .map(({ values }) => values),
    ) as Row;
}

/** Names by what texts call people. */
export function namesIn(data: Row): Map<string, string> {
  return new Map(
    Object.entries(data).flatMap(([id, one]) => {
      const name = isRow(one) ? textOf(pick(one, 'name', 'display_name', 'title')) : textOf(one);
      return name === '' ? [] : [[id, name] as const];
    }),
  );
}

/** Styles of addresses by name. */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

function addressesOf(
  { folders, base }: PagePlace,
  fields: Row,
  date: string,
  settings: Row,
  origin: string,
): Addresses {
  const others = formerOf(fields).map((one) => withOrigin(origin, one));
  const wanted = textOf(pick(fields, 'permalink')) || textOf(pick(settings, 'permalink')) || 'date';
  const pattern = STYLES[wanted] ?? wanted;
  const named = textsOf(pick(fields, 'categories', 'category'));
  const words = named.length === 1 ? (named[0] ?? '').split(/\s+/) : named;
  const categories = [...folders, ...words].map(addressWords);
  const title = slugIn(fields) || base;
  const parts = {
    ...dateParts(date),
    title,
    slug: addressWords(title),
    name: base,
    path: [...folders, base].join('/'),
    categories: [...new Set(categories)].join('/'),
    slugified_categories: [...new Set(categories)].join('/'),
    output_ext: '.html',
  };
  const path = expandPermalink(pattern, parts) ?? expandPermalink(STYLES['date'] ?? '', parts);
  const url = withOrigin(origin, path ?? `/${base}/`);
  // As jekyll-feed makes it: the folder of the address, and the name.
  const folder = trimEndSlashes(url).replace(/\/[^/]*$/, '');
  return { url, feedId: `${folder}/${title}`, others };
}
