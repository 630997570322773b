import { formerOf, slugIn, withOrigin } from './expand-permalink.ts';
import { fieldsFromAbove, folderOf, stemOf } from './fields-from-above.ts';
import type { FolderFiles } from './folder-files.ts';
import { namesIn } from './jekyll-site.ts';
import { pick, type Row, textOf } from './row.ts';
import { type Addresses, datedName, type PagePlace, type Site } from './site.ts';
import { trimEndSlashes } from '../../article/trim-slashes.ts';

/** Reads what an Eleventy site says of itself without its scripts, which are not run: its addresses are the usual ones. */
export function openEleventy(files: FolderFiles): Site {
  const origin = originIn(files);
  return {
    system: 'Eleventy',
    origin,
    zone: undefined,
    encoding: 'utf-8',
    texts: ['src', 'content', 'site', ''],
    pictures: ['', 'src', 'content', 'site', 'public', 'static', 'assets'],
    without: new Set(['_includes', '_layouts', '_data', 'dist', 'public']),
    templatesOf: () => 'liquid',
    placeOf: (path) => placeIn(path, ['src', 'content', 'site'], /\.(?:md|markdown|html)$/i),
    inherited: fieldsFromAbove(folderData(files)),
    addressesOf: (place, fields) => eleventyAddresses(place, fields, origin),
    authors: namesIn(files.dataOf('_data/authors', 'src/_data/authors')),
  };
}

/** Reads what an Astro site says of itself without its scripts. A text’s address is that of its place in the content. */
export function openAstro(files: FolderFiles): Site {
  const settings = files.files.find((path) => /^astro\.config\.[cm]?[jt]s$/.test(path));
  const bytes = settings === undefined ? undefined : files.read(settings);
  const said = /\bsite:\s{0,9}['"`](https?:\/\/[^'"`\s]{1,200})['"`]/.exec(
    new TextDecoder().decode(bytes ?? new Uint8Array()),
  )?.[1];
  const origin = trimEndSlashes(said ?? '');
  const roots = ['src/content', 'src/pages', 'src/data'];
  return {
    system: 'Astro',
    origin,
    zone: undefined,
    encoding: 'utf-8',
    texts: roots,
    pictures: ['public', 'src', ''],
    without: new Set(['dist', 'public']),
    templatesOf: (path) => (/\.mdx$/i.test(path) ? 'mdx' : undefined),
    placeOf: (path) => placeIn(path, roots, /\.mdx?$/i),
    inherited: () => ({}),
    addressesOf: (place, fields) => {
      const last = slugIn(fields) || place.path.slice(place.path.lastIndexOf('/') + 1);
      const path = [...place.folders, last.replace(/\.mdx?$/i, '')].join('/');
      return { url: withOrigin(origin, `/${path}/`), others: formerOf(fields) };
    },
    authors: new Map(),
  };
}

function placeIn(path: string, roots: readonly string[], ending: RegExp): PagePlace | undefined {
  if (!ending.test(path)) return undefined;
  const root = roots.find((one) => path.startsWith(`${one}/`));
  const inside = root === undefined ? path : path.slice(root.length + 1);
  const folders = folderOf(inside).split('/').filter(Boolean);
  const name = stemOf(inside);
  // A text that is the index of its folder stands at the folder’s address.
  const own = name === 'index' ? (folders.pop() ?? '') : name;
  return own === '' ? undefined : { path, folders, ...datedName(own) };
}

/** A folder’s own fields: `posts/posts.json`, `posts/posts.11tydata.json`. */
function folderData(files: FolderFiles): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const path of files.files) {
    const folder = folderOf(path);
    const last = folder.slice(folder.lastIndexOf('/') + 1);
    const isOwn = [`${last}.json`, `${last}.11tydata.json`].includes(
      path.slice(path.lastIndexOf('/') + 1),
    );
    if (isOwn && folder !== '') found.set(folder, { ...found.get(folder), ...files.data(path) });
  }
  return found;
}

/** Where people write down where a site stands. */
function originIn(files: FolderFiles): string {
  for (const name of ['site', 'metadata', 'meta', 'config'])
    for (const folder of ['_data', 'src/_data']) {
      const url = textOf(pick(files.dataOf(`${folder}/${name}`), 'url', 'baseUrl', 'origin'));
      if (/^https?:\/\//.test(url)) return trimEndSlashes(url);
    }
  return '';
}

function eleventyAddresses(
  { folders, date, base }: PagePlace,
  fields: Row,
  origin: string,
): Addresses {
  const others = formerOf(fields).map((one) => withOrigin(origin, one));
  const dated = date === '' ? base : `${date}-${base}`;
  const stem = `/${[...folders, base].join('/')}`;
  const wanted = textOf(pick(fields, 'permalink'))
    .replaceAll(
      /\{\{-?\s{0,9}(?:page\.fileSlug|slug)\s{0,9}(?:\|\s{0,9}slug(?:ify)?\s{0,9})?-?\}\}/g,
      slugIn(fields) || base,
    )
    .replaceAll(/\{\{-?\s{0,9}page\.filePathStem\s{0,9}-?\}\}/g, stem);
  const isKnown = wanted !== '' && !/\{[{%]/.test(wanted);
  if (isKnown)
    return { url: withOrigin(origin, wanted.replace(/(?:^|\/)index\.html$/, '/')), others };
  const own = withOrigin(origin, `/${[...folders, dated].join('/')}/`);
  // Versions differ in whether the date of a name is in its address.
  return {
    url: withOrigin(origin, `${stem}/`),
    others: own.endsWith(`${stem}/`) ? others : [own, ...others],
  };
}
