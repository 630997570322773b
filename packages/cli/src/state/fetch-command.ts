import { existsSync, readdirSync } from 'node:fs';
import { defineCommand } from 'citty';
import { releaseState } from '../release/find-outlet.ts';
import { say } from '../language/say.ts';
import { args, readTree, repositoryOf, treeArgument } from './arguments.ts';
import { fetchKept, isKept, restorePart, type StateBranch } from './state-branch.ts';

export default defineCommand({
  meta: {
    name: 'fetch',
    description: say({
      en: 'Fetch the newest release and its history from the branch on which “state keep” put them, into folders that are empty. Exit codes: 0 fetched, 1 failed, 2 usage.',
      ru: 'Взять новейший выпуск и его историю с ветки, куда их положила команда «state keep», в пустые папки. Коды выхода: 0 взято, 1 не получилось, 2 ошибка вызова.',
    }),
  },
  args: {
    ...args,
    tree: treeArgument,
    'without-tree': {
      type: 'boolean',
      description: say({
        en: 'The history alone: a build makes the tree',
        ru: 'Только историю: дерево сделает сборка',
      }),
      default: false,
    },
    first: {
      type: 'boolean',
      description: say({
        en: 'Before the first release of all: that there is no branch is right',
        ru: 'До самого первого выпуска: ветки и не должно быть',
      }),
      default: false,
    },
  },
  async run({ args: options }) {
    const place = { ...options, repository: repositoryOf(options.content) };
    const state = releaseState(options.content);
    const tree = options['without-tree'] ? [] : [readTree(options.tree)];
    for (const folder of [state, ...tree]) refuseFull(folder);
    if (!(await isKept(place))) {
      if (!options.first) throw missing(place);
      process.stdout.write(
        `${say({ en: 'There was no release yet.', ru: 'Выпусков ещё не было.' })}\n`,
      );
      return;
    }
    await fetchKept(place);
    await restorePart(place, 'release', state);
    for (const folder of tree) await restorePart(place, 'tree', folder);
    const fetched = say({
      en: `Fetched: ${[...tree, state].join(' and ')}.`,
      ru: `Взято: ${[...tree, state].join(' и ')}.`,
    });
    process.stdout.write(`${fetched}\n`);
  },
});

function refuseFull(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  throw new Error(
    say({
      en: `${folder} is not empty, and may be newer than the branch. Nothing was fetched; delete it, or go on without fetching.`,
      ru: `Папка ${folder} не пуста, и в ней может быть более новое, чем на ветке. Ничего не взято; удалите её или продолжайте с ней.`,
    }),
  );
}

function missing({ branch, remote }: StateBranch): Error {
  const address = remote.replaceAll(/\/\/[^\s/@]+@/g, '//');
  return new Error(
    say({
      en: `There is no branch “${branch}” on ${address}.\n  If this outlet never released anything, say so: --first. Otherwise restore the branch from a copy first: readers refuse a release that begins to count anew.`,
      ru: `Ветки «${branch}» на ${address} нет.\n  Если издание ещё ничего не выпускало, так и скажите: --first. Иначе сначала восстановите ветку из копии: читатели отвергнут выпуск, который начинает счёт заново.`,
    }),
  );
}
