import { existsSync, readdirSync } from 'node:fs';
import { say } from '../language/say.ts';

/** Refuses folders that something would be lost in: of the history, and of the tree where it is to come too. @throws Error */
export function refuseFull(state: string, tree: string | undefined): void {
  if (isFull(state))
    throw new Error(
      say({
        en: `${state} is not empty, and may be newer. Nothing was fetched; move it away, or go on without fetching.`,
        ru: `Папка ${state} не пуста, и в ней может быть более новое. Ничего не взято; уберите её в другое место или продолжайте с ней.`,
      }),
    );
  if (tree === undefined || !isFull(tree)) return;
  throw new Error(
    say({
      en: `${tree} is not empty. Nothing was fetched; move it away, or take the history alone: --without-tree (a build makes the tree).`,
      ru: `Папка ${tree} не пуста. Ничего не взято; уберите её в другое место или возьмите только историю: --without-tree (дерево сделает сборка).`,
    }),
  );
}

const isFull = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;
