import {
  addressWords,
  dateParts,
  expandPermalink,
  formerOf,
  slugIn,
  withOrigin,
} from './expand-permalink.ts';
import { fieldsFromAbove, folderOf, stemOf } from './fields-from-above.ts';
import type { FolderFiles } from './folder-files.ts';
import { isRow, isYes, pick, type Row, rowOf, textOf } from './row.ts';
import { type Addresses, datedName, type PagePlace, type Site } from './site.ts';
import { splitPage } from './split-page.ts';
import { trimEndSlashes } from '../../article/trim-slashes.ts';

/** The settings of a Hugo site, in any of the places where it looks for them; undefined where there are none. */
export function hugoSettings(files: FolderFiles): Row | undefined {
  const names = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'];
  const settings = files.dataOf(...names);
  const hasContent = files.files.some((path) => path.startsWith('content/'));
  const isHugo =
    files.files.some((path) => /^(?:config\/_default\/)?hugo\.(?:toml|ya?ml|json)$/.test(path)) ||
    pick(settings, 'baseURL') !== undefined ||
    files.has('archetypes/default.md');
  if (!isHugo || (!hasContent && pick(settings, 'contentDir') === undefined)) return undefined;
  const parts = ['permalinks', 'languages'].map((name) => {
    const own = files.dataOf(`config/_default/${name}`);
    return Object.keys(own).length === 0 ? {} : { [name]: own };
  });
  return Object.assign({}, settings, ...parts) as Row;
}

/** Reads what a Hugo site says of itself. */
export function openHugo(files: FolderFiles, settings: Row): Site {
  const main = textOf(pick(settings, 'defaultContentLanguage')) || 'en';
  const tongues = rowOf(settings, 'languages');
  const languages = Object.keys(tongues);
  const folders = [
    textOf(pick(settings, 'contentDir')) || 'content',
    ...languages.map((code) => textOf(pick(rowOf(tongues, code), 'contentDir'))),
  ].filter(Boolean);
  const langOf = (path: string): string | undefined => {
    const suffix = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)\.[a-z]+$/i.exec(path)?.[1]?.toLowerCase();
    if (suffix !== undefined && languages.includes(suffix)) return suffix;
    return languages.find((code) => {
      const folder = textOf(pick(rowOf(tongues, code), 'contentDir'));
      return folder !== '' && path.startsWith(`${folder}/`);
    });
  };
  const said = languages.length > 0 ? main : codeIn(settings);
  return {
    system: 'Hugo',
    origin: trimEndSlashes(textOf(pick(settings, 'baseURL'))),
    zone: textOf(pick(settings, 'timeZone')) || undefined,
    encoding: 'utf-8',
    texts: [...new Set(folders)].sort((a, b) => b.length - a.length),
    pictures: ['static', 'assets', ...folders, ''],
    without: new Set(['public', 'resources', 'themes', 'layouts', 'archetypes', 'static']),
    templatesOf: () => 'hugo',
    placeOf: (path) => placeOf(path, folders, langOf(path) ?? said),
    inherited: fieldsFromAbove(cascades(files)),
    addressesOf: (place, fields, date) =>
      addressesOf(place, fields, date, { settings, main, languages }),
    authors: authorNames(files),
  };
}

/** `ru-RU` is `ru` to an outlet. */
const codeIn = (settings: Row): string | undefined =>
  /^[a-z]{2,3}/.exec(textOf(pick(settings, 'locale', 'languageCode')).toLowerCase())?.[0];

function placeOf(
  path: string,
  roots: readonly string[],
  lang: string | undefined,
): PagePlace | undefined {
  const root = roots.find((one) => path.startsWith(`${one}/`));
  const inside = root === undefined ? path : path.slice(root.length + 1);
  const name = stemOf(inside).replace(/\.[a-z]{2,3}(?:-[a-z]{2,4})?$/i, '');
  const folders = folderOf(inside).split('/').filter(Boolean);
  // A list, or a page of the site itself.
  if (name === '_index' || (folders.length === 0 && name === 'index')) return undefined;
  const isBundle = name === 'index';
  const own = isBundle ? (folders.pop() ?? '') : name;
  if (folders.length === 0) return undefined;
  return { path, folders, ...datedName(own), lang };
}

/** What folders hand down to all below them. */
function cascades(files: FolderFiles): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const path of files.files) {
    if (!/(?:^|\/)_index(?:\.[a-z-]{2,7})?\.(?:md|markdown|html)$/.test(path)) continue;
    const bytes = files.read(path);
    const page = bytes === undefined ? 'no-fields' : splitPage(new TextDecoder().decode(bytes));
    if (typeof page === 'string') continue;
    const cascade = pick(page.fields, 'cascade');
    const rows = (Array.isArray(cascade) ? cascade : [cascade]).filter(isRow);
    if (rows.length > 0) found.set(folderOf(path), Object.assign({}, ...rows) as Row);
  }
  return found;
}

function authorNames(files: FolderFiles): Map<string, string> {
  const names = new Map<string, string>();
  for (const path of files.files) {
    const id = /^content\/authors?\/([^/]+)(?:\/_?index)?\.(?:md|markdown)$/.exec(path)?.[1];
    const bytes = id === undefined ? undefined : files.read(path);
    const page = bytes === undefined ? 'no-fields' : splitPage(new TextDecoder().decode(bytes));
    if (id !== undefined && typeof page !== 'string')
      names.set(id, textOf(pick(page.fields, 'title', 'name')) || id);
  }
  return names;
}

interface Settings {
  settings: Row;
  main: string;
  languages: readonly string[];
}

function addressesOf(
  place: PagePlace,
  fields: Row,
  date: string,
  { settings, main, languages }: Settings,
): Addresses {
  const origin = trimEndSlashes(textOf(pick(settings, 'baseURL')));
  const isUgly = isYes(pick(settings, 'uglyURLs'));
  const inSubfolder = isYes(pick(settings, 'defaultContentLanguageInSubdir'));
  const { lang } = place;
  const isPrefixed =
    lang !== undefined && languages.includes(lang) && (lang !== main || inSubfolder);
  const at = (path: string) => withOrigin(origin, isPrefixed ? `/${lang}${path}` : path);
  const own = textOf(pick(fields, 'url'));
  if (own !== '' && !own.includes(':'))
    return { url: withOrigin(origin, own), others: formerOf(fields) };
  const path = patternPath(place, fields, date, settings) ?? plainPath(place, fields, settings);
  const url = at(isUgly ? `${path.replace(/\/$/, '')}.html` : path);
  return { url, others: formerOf(fields).map((one) => withOrigin(origin, one)) };
}

const nameOf = ({ date, base }: PagePlace): string => (date === '' ? base : `${date}-${base}`);

function plainPath(place: PagePlace, fields: Row, settings: Row): string {
  const last = slugIn(fields) || nameOf(place);
  const path = `/${[...place.folders, last].join('/')}/`;
  return isYes(pick(settings, 'disablePathToLower'))
    ? path
    : path.toLowerCase().replaceAll(' ', '-');
}

/** `permalinks`, by section; newer sites put those of pages below `page`. */
function patternPath(
  place: PagePlace,
  fields: Row,
  date: string,
  settings: Row,
): string | undefined {
  const patterns = rowOf(settings, 'permalinks');
  const section = place.folders[0] ?? '';
  const pattern = textOf(pick(rowOf(patterns, 'page'), section) ?? pick(patterns, section));
  if (pattern === '') return undefined;
  const title = addressWords(textOf(pick(fields, 'title')));
  const slug = slugIn(fields);
  const name = nameOf(place).toLowerCase();
  const path = expandPermalink(pattern, {
    ...dateParts(date),
    section,
    sections: place.folders.join('/'),
    title,
    slug: slug || title,
    filename: name,
    contentbasename: name,
    slugorfilename: slug || name,
    slugorcontentbasename: slug || name,
  });
  return path && (path.endsWith('/') || /\.[a-z]{2,5}$/.test(path) ? path : `${path}/`);
}
