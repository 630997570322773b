import { ARTICLE_FILE_MAX_BYTES } from '@tamizdat/article-schema';
import type { ChangedFile } from './changed-file.ts';
import { readObjects } from './git-objects.ts';

type Take = (path: string, text: string) => void;

/** Reads the texts that stood at the base, untrusted, in no order; those that are too long for a text are left out. */
export const readFormer = (cwd: string, files: readonly ChangedFile[], take: Take): Promise<void> =>
  readEach(
    cwd,
    files.map(({ former, path }) => [former, path]),
    take,
  );

/** Reads the texts that the pull request brings, as `readFormer` does; links and other repositories are none. */
export const readPresent = (
  cwd: string,
  files: readonly ChangedFile[],
  take: Take,
): Promise<void> =>
  readEach(
    cwd,
    files
      .filter(({ sort }) => sort === 'file' || sort === 'executable')
      .map(({ object, path }) => [object, path]),
    take,
  );

/** Two files may have one content, and so one object. */
async function readEach(
  cwd: string,
  named: readonly (readonly [object: string, path: string])[],
  take: Take,
): Promise<void> {
  const paths = Map.groupBy(
    named.filter(([object]) => !/^0*$/.test(object)),
    ([object]) => object,
  );
  const objects = readObjects(cwd, [...paths.keys()], ARTICLE_FILE_MAX_BYTES);
  for await (const { object, bytes } of objects) {
    for (const [, path] of paths.get(object) ?? []) take(path, bytes.toString('utf8'));
  }
}
