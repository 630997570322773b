import type { InBoth } from '@tamizdat/problem';
import { askGit, NoGitError } from '../doctor/facts/ask-git.ts';
import { shownPath } from '../doctor/place.ts';
import { ShownNote } from './shown-note.ts';

/**
 * Whether `mirrors.yaml` differs from what is committed on a machine that renews names by itself: the day somebody else
 * changes the file, `git pull` stops there, and no article comes any more.
 * @param content The content folder.
 */
export async function isListUncommitted(content: string): Promise<boolean> {
  if (new ShownNote(content).load().bases.size === 0) return false;
  try {
    const changed = await askGit(content, ['status', '--porcelain', '-z', '--', 'mirrors.yaml']);
    return (changed ?? '') !== '';
  } catch (error) {
    if (error instanceof NoGitError) return false;
    throw error;
  }
}

/** The two lines for a shell that mend it. */
export const commitList = (content: string): [commit: string, bring: string] => {
  const git = `git -C ${shownPath(content)}`;
  return [`${git} commit -m "Addresses" -- mirrors.yaml`, `${git} pull --rebase && ${git} push`];
};

/** What is told of it. */
export const toldUncommitted: InBoth = {
  en: 'Names were renewed on this machine, and content/mirrors.yaml is not committed: “git pull” stops as soon as somebody else changes that file, and no article comes here then.',
  ru: 'На этой машине сменились имена, а content/mirrors.yaml не закоммичен: «git pull» остановится, как только этот файл изменит кто-то ещё, и статьи сюда приходить перестанут.',
};
