import path from 'node:path';
import { UsageError } from '../frame/usage-error.ts';
import { defaultContent, stateOf } from '../repository/folders.ts';
import { say } from '../language/say.ts';

/** Where an outlet's releases are remembered: beside the content, whatever folder the tree was written to. */
export function releaseState(content: string | undefined): string {
  return path.join(stateOf(contentFolder(content)), 'release');
}

/** @throws UsageError for keys that would be published */
export function refuseKeysInside(isInside: boolean, keys: string, tree: string): void {
  if (!isInside) return;
  throw new UsageError(
    say({
      en: `The keys in ${keys} lie inside ${tree}, which is published. Move them, and replace them if it was.`,
      ru: `Ключи в ${keys} лежат внутри ${tree}, а это публикуется. Перенесите их, а если оно уже опубликовано, замените.`,
    }),
  );
}

/** The folder of the content: the one that was named, or the repository's. */
export function contentFolder(content: string | undefined): string {
  return content === undefined ? defaultContent : path.resolve(content);
}
