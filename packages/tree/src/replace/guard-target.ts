import { lstat, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import { isMissing } from './journal.ts';
import { type InBoth, ToldError } from '@tamizdat/problem';

/** The folders of one run, absolute and with links resolved. */
export interface ReplaceFolders {
  from: string;
  to: string;
  journal: string;
}

/**
 * Resolves the folders, and refuses a target that can only be a mistake: the root, the home folder, the working
 * folder or one above it, a repository, or one that holds `from` or the journal.
 *
 * @throws ToldError
 */
export async function resolveFolders(folders: ReplaceFolders): Promise<ReplaceFolders> {
  const [from, to, journal, home, here] = (await Promise.all(
    [folders.from, folders.to, folders.journal, homedir(), process.cwd()].map(resolveLinks),
  )) as [string, string, string, string, string];
  const mistake = findMistake({ from, to, journal }, home, here);
  if (mistake !== undefined || (await isRepository(to)))
    refuse(to, mistake ?? { en: 'it is a repository', ru: 'это репозиторий' });
  return { from, to, journal };
}

function findMistake(
  { from, to, journal }: ReplaceFolders,
  home: string,
  here: string,
): InBoth | undefined {
  if (to === parse(to).root)
    return { en: 'it is the root of the file system', ru: 'это корень файловой системы' };
  if (contains(to, home)) return { en: 'the home folder is in it', ru: 'в ней домашняя папка' };
  if (contains(to, here)) return { en: 'the working folder is in it', ru: 'в ней рабочая папка' };
  if (contains(to, from)) return { en: `the build is in it: ${from}`, ru: `в ней сборка: ${from}` };
  if (contains(from, to)) return { en: `it is in the build: ${from}`, ru: `она в сборке: ${from}` };
  if (contains(to, journal))
    return { en: `the journal is in it: ${journal}`, ru: `в ней журнал: ${journal}` };
  return contains(from, journal)
    ? { en: `the journal is in the build: ${journal}`, ru: `журнал — в сборке: ${journal}` }
    : undefined;
}

function refuse(to: string, reason: InBoth): never {
  throw new ToldError(
    'publish-target-refused',
    {
      en: `${to} cannot be made into the finished tree: ${reason.en}.`,
      ru: `${to} нельзя сделать готовым деревом: ${reason.ru}.`,
    },
    {
      en: 'Everything in the tree’s folder that is not part of the tree is deleted: name a folder of its own, such as dist.',
      ru: 'Из готовой папки удаляется всё, что не входит в дерево: укажите для неё отдельную папку, например dist.',
    },
  );
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

async function isRepository(folder: string): Promise<boolean> {
  return (await exists(join(folder, '.git'))) || (await exists(join(folder, 'package.json')));
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** The real path of what exists of `path`, with the rest appended. */
export async function resolveLinks(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    return await realpath(absolute);
  } catch (error) {
    if (!isMissing(error) || dirname(absolute) === absolute) throw error;
    return join(await resolveLinks(dirname(absolute)), basename(absolute));
  }
}
