import { isWithin, type TreeListing, walkTree } from '../walk-tree.ts';
import { STAGING_FOLDER } from './carry-out.ts';
import type { ChangePlan } from './plan-changes.ts';
import { ToldError } from '@tamizdat/problem';

/**
 * Lists a finished build.
 * @param mayBeEmpty Other files stand already.
 * @throws ToldError when there is none, or it holds what belongs in no tree.
 */
export async function listBuild(
  folder: string,
  keep: readonly string[],
  mayBeEmpty = false,
): Promise<TreeListing> {
  const listing = await walkTree(folder);
  if (listing.files.length === 0 && !mayBeEmpty) {
    throw new ToldError(
      'publish-build-empty',
      {
        en: `There is no build to put in place in ${folder}.`,
        ru: `В ${folder} нет сборки, которую можно поставить на место.`,
      },
      {
        en: 'The tree’s folder stays as it was. Look for the build’s own error above, and build again.',
        ru: 'Готовая папка осталась прежней. Найдите выше ошибку самой сборки и соберите ещё раз.',
      },
    );
  }
  const [link] = listing.others;
  if (link !== undefined) {
    throw new ToldError(
      'publish-build-link',
      {
        en: `The build holds something that is neither a file nor a folder: ${link}`,
        ru: `В сборке есть то, что не файл и не папка: ${link}`,
      },
      {
        en: 'Put a copy of the file there instead of a symbolic link.',
        ru: 'Положите туда копию файла вместо символической ссылки.',
      },
    );
  }
  const reserved = [...keep, STAGING_FOLDER];
  const kept = listing.files.find(
    ({ path }) => isWithin(path, reserved) || reserved.some((root) => isWithin(root, [path])),
  );
  if (kept) {
    throw new ToldError(
      'publish-keep-conflict',
      {
        en: `The build holds ${kept.path}, in a folder of the tree that is left alone.`,
        ru: `В сборке есть ${kept.path}, а эту папку в готовом дереве не трогают.`,
      },
      {
        en: 'Let the build write it elsewhere, or take the folder out of the list of kept ones.',
        ru: 'Пусть сборка пишет его в другое место, или уберите папку из списка сохраняемых.',
      },
    );
  }
  return listing;
}

/** Lists what stands in the tree’s folder, but for what is kept; nothing when there is no folder yet. */
export async function listPresent(folder: string, keep: readonly string[]): Promise<TreeListing> {
  return walkTree(folder, (path) => isWithin(path, [...keep, STAGING_FOLDER]));
}

/** A folder that no run made may be somebody's own, unless nothing in it would be lost. */
export function refuseForeignFiles(
  folder: string,
  plan: ChangePlan,
  to: TreeListing,
  changed: ReadonlySet<string>,
): void {
  const doomed = new Set([...plan.obstacles, ...plan.deletes, ...changed]);
  const lost = [...to.others, ...to.files.map(({ path }) => path)].find((path) => doomed.has(path));
  if (lost === undefined) return;
  throw new ToldError(
    'publish-target-foreign',
    {
      en: `${folder} holds files that this command did not put there, for example ${lost}.`,
      ru: `В ${folder} лежат файлы, которых эта команда не ставила, например ${lost}.`,
    },
    {
      en: 'They would be lost. Move them away, or delete the folder if it is an old build of this site.',
      ru: 'Они пропали бы. Уберите их оттуда или, если это старая сборка этого сайта, удалите папку.',
    },
  );
}
