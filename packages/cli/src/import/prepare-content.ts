import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { type Outlet, parseOutlet } from '@tamizdat/article-schema';
import { replaceFile } from '@tamizdat/files';
import { authorFiles, type ImportMap, newOutlet, withTaxa } from '@tamizdat/import';
import type { Problem } from '@tamizdat/problem';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';

/** A content folder as an import finds it, and the files it needs first. */
export interface Prepared {
  outlet: Outlet;
  /** Ids of all authors, those to come included. */
  authors: ReadonlySet<string>;
  /** Ids of the articles that are there, by folder. */
  taken: ReadonlyMap<string, string>;
  /** Texts to be written before the articles, by path. */
  files: ReadonlyMap<string, string>;
}

/**
 * Looks at a content folder and decides what it lacks for a map: an outlet.yaml, sections, tags, authors. Writes nothing.
 * @param day Of today, `yyyy-mm-dd`.
 * @throws UsageError for a folder that is neither empty nor an outlet’s; gives problems where outlet.yaml has errors
 */
export function prepareContent(
  root: string,
  map: ImportMap,
  day: string,
): Prepared | { problems: Problem[] } {
  const file = path.join(root, 'outlet.yaml');
  const there = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (there === undefined) refuseForeign(root);
  const codes =
    there === undefined
      ? undefined
      : parseOutlet(there, { path: 'outlet.yaml' }).value?.languages.map(({ code }) => code);
  const text =
    there === undefined ? newOutlet(map, day) : withTaxa(there, map, codes ?? [map.language]);
  const { value, problems } = parseOutlet(text, { path: 'outlet.yaml', root: path.basename(root) });
  if (value === undefined) return { problems };
  const languages = value.languages.map(({ code }) => code);
  const known = listAuthors(root);
  const authors = authorFiles(map, known, languages);
  const named = map.authors.filter((one) => one.named).map(({ id }) => id);
  return {
    outlet: value,
    authors: new Set([...known, ...named]),
    taken: listArticles(root),
    files: new Map([...(text === there ? [] : [['outlet.yaml', text] as const]), ...authors]),
  };
}

/** Writes what was prepared. */
export function writePrepared(root: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) replaceFile(root, path.join(root, name), text);
}

function refuseForeign(root: string): void {
  const names = existsSync(root) ? readdirSync(root).filter((name) => !name.startsWith('.')) : [];
  // What an import that was killed left there is authors and articles.
  if (names.every((name) => name === 'authors' || name === 'articles')) return;
  throw new UsageError(
    say({
      en: `${root} holds files, but no outlet.yaml. Name an empty folder or an outlet’s.`,
      ru: `В ${root} есть файлы, но нет outlet.yaml. Назовите пустую папку или папку издания.`,
    }),
  );
}

function listAuthors(root: string): Set<string> {
  const folder = path.join(root, 'authors');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Set(
    names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length)),
  );
}

/** `articles/<lang>/<yyyy>/<mm>/<dd>-<slug>`. */
const DEPTH = 4;
/** Bytes in which an article says its id: it is the first field. */
const ID_BYTES = 400;

function listArticles(root: string): Map<string, string> {
  let folders = ['articles'];
  for (let depth = 0; depth < DEPTH; depth += 1)
    folders = folders.flatMap((folder) =>
      foldersOf(root, folder).map((name) => `${folder}/${name}`),
    );
  // A folder without an article is what a run that was killed left behind: its place is free.
  const written = folders.filter((folder) => existsSync(path.join(root, folder, 'index.md')));
  return new Map(written.map((folder) => [folder, idIn(path.join(root, folder, 'index.md'))]));
}

function foldersOf(root: string, folder: string): string[] {
  try {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

function idIn(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(ID_BYTES);
    const head = bytes.toString('utf8', 0, readSync(handle, bytes, 0, ID_BYTES, 0));
    return /^id: ["']?([0-9A-Z]{26})/m.exec(head)?.[1] ?? '';
  } finally {
    closeSync(handle);
  }
}
