import path from 'node:path';
import { defaultContent, repository, STATE } from '../repository/folders.ts';
import { entryAt, graft } from './graft.ts';
import type { Git } from './open-git.ts';

/** Where the content of the outlet stands in its repository. */
export const CONTENT = path.relative(repository, defaultContent);

/**
 * What the outlet alone decides on: whatever a kit holds there, an upgrade leaves it as the outlet committed it, or away.
 * Next to the content these are the state, if somebody commits it, and what `tamizdat forge` writes.
 */
export const OWN_PLACES: readonly string[] = [
  CONTENT,
  STATE,
  '.github/ISSUE_TEMPLATE',
  '.github/pull_request_template.md',
];

/** @returns a tree that is like `tree`, with what is the outlet’s as it stands in `own` */
export async function withOwn(git: Git, tree: string, own: string): Promise<string> {
  let made = tree;
  for (const place of OWN_PLACES)
    made = await graft(git, made, place, await entryAt(git, own, place));
  return made;
}
