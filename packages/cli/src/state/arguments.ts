import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { ParsedArgs } from 'citty';
import { UsageError } from '../frame/usage-error.ts';
import { languageArgument } from '../language/language-argument.ts';
import { say } from '../language/say.ts';
import { loadRoots } from '../keys/root-files.ts';
import { contentFolder, releaseState } from '../release/find-outlet.ts';
import { contentArgument } from '../repository/content-argument.ts';
import { defaultTree, repository } from '../repository/folders.ts';
import type { StateBranch } from './state-branch.ts';

/** Where the newest release and its history are kept, unless another branch is named. */
export const STATE_BRANCH = 'site-state';

export const branchArgument = {
  type: 'string',
  description: say({
    en: 'Branch that holds the newest release and its history',
    ru: 'Ветка, на которой лежат новейший выпуск и его история',
  }),
  valueHint: 'name',
  default: STATE_BRANCH,
} as const;

/** What every command about the branch of releases takes. */
export const args = {
  remote: {
    type: 'string',
    description: say({
      en: 'Name of a remote of this repository, or the address of another; “origin” where absent, for content that lies in this repository',
      ru: 'Имя удалённого репозитория для этого или адрес другого; если не назван, «origin», для содержимого в этом репозитории',
    }),
    valueHint: 'remote',
  },
  branch: branchArgument,
  content: contentArgument,
  language: languageArgument,
} as const;

export const keysArgument = {
  type: 'string',
  description: say({
    en: 'Folder of the outlet’s roots and its record of the newest release (default: keys in the content)',
    ru: 'Папка с корнями издания и его записью о новейшем выпуске (по умолчанию keys в содержимом)',
  }),
  valueHint: 'folder',
} as const;

/** Folder of the outlet's roots. */
export const readKeys = (keys: string | undefined, content: string | undefined): string =>
  keys === undefined ? path.join(contentFolder(content), 'keys') : path.resolve(keys);

/** The outlet's roots; undefined where this machine does not know them. @throws UsageError for what is no root */
export const loadOwnRoots = async (keys: string): Promise<Bytes[] | undefined> =>
  existsSync(path.join(keys, 'root.json')) ? loadRoots(keys) : undefined;

type Bytes = Awaited<ReturnType<typeof loadRoots>>[number];

export const treeArgument = {
  type: 'string',
  description: say({
    en: 'Folder of the released tree; dist where absent',
    ru: 'Папка выпущенного дерева; если не названа, dist',
  }),
  valueHint: 'folder',
} as const;

export const readTree = (tree: string | undefined): string =>
  tree === undefined ? defaultTree : path.resolve(tree);

/** Where the branch is kept between fetching and keeping, beside what it holds. */
export const repositoryOf = (content: string | undefined): string =>
  path.join(releaseState(content), '../state.git');

export type Options = Pick<ParsedArgs<typeof args>, 'branch'> & {
  remote?: string | undefined;
  content?: string | undefined;
};

/**
 * The branch that is meant. The kit’s own “origin” is one outlet’s: releases of content that lies elsewhere are not put
 * there, nor taken from there, unless that is said.
 * @param folder Of the repository through which they pass.
 * @throws UsageError `state-remote-unnamed`
 */
export function placeOf(
  { remote, branch, content }: Options,
  folder = repositoryOf(content),
): StateBranch {
  if (remote === undefined && content !== undefined && !isInside(contentFolder(content)))
    throw new UsageError(
      say({
        en: `state-remote-unnamed: ${contentFolder(content)} lies outside this kit’s repository, ${repository}, whose “origin” may be another outlet’s.\n  Name the repository of this outlet’s releases: --remote https://git.example/outlet/site.git`,
        ru: `state-remote-unnamed: ${contentFolder(content)} лежит вне репозитория этой установки, ${repository}, и её «origin» может принадлежать другому изданию.\n  Назовите репозиторий, где хранятся выпуски этого издания: --remote https://git.example/outlet/site.git`,
      }),
    );
  return { remote: remote ?? 'origin', branch, repository: folder };
}

function isInside(folder: string): boolean {
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  const way = path.relative(realpathSync(repository), real);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
