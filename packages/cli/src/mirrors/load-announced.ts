import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Mirror } from '@tamizdat/verify';
import { say } from '../language/say.ts';

/**
 * Loads the mirrors that `mirrors.yaml` announces, as they are signed, a wildcard by its names; none where there is no such file. Nothing else
 * of the content is read.
 * @throws Error with all that is wrong in the file
 */
export async function loadAnnounced(content: string): Promise<Mirror[]> {
  // What reads content is loaded where there is something to be read.
  if (!existsSync(path.join(content, 'mirrors.yaml'))) return [];
  const { loadMirrors } = await import('@tamizdat/archive');
  const { basesOf } = await import('@tamizdat/article-schema');
  const { mirrors, problems } = loadMirrors(content);
  const errors = problems.filter(
    ({ severity, file }) => severity === 'error' && path.basename(file) === 'mirrors.yaml',
  );
  if (errors.length > 0) {
    const { buildReport } = await import('../check/build-report.ts');
    const report = await buildReport({ problems: errors, files: 1, root: content });
    throw new Error(
      say({ en: `Nothing was signed.\n${report}`, ru: `Ничего не подписано.\n${report}` }),
    );
  }
  return mirrors.flatMap((mirror) => {
    const { name, languages, worker } = mirror;
    return basesOf(mirror).map((base) => ({ base, name, languages, worker }));
  });
}
