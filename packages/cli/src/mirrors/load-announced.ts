import path from 'node:path';
import { loadMirrors } from '@tamizdat/archive';
import { basesOf } from '@tamizdat/article-schema';
import type { Mirror } from '@tamizdat/verify';
import { buildReport } from '../check/build-report.ts';
import { say } from '../language/say.ts';

/**
 * Loads the mirrors that `mirrors.yaml` announces, as they are signed, a wildcard by its names; none where there is no such file. Nothing else
 * of the content is read.
 * @throws Error with all that is wrong in the file
 */
export async function loadAnnounced(content: string): Promise<Mirror[]> {
  const { mirrors, problems } = loadMirrors(content);
  const errors = problems.filter(
    ({ severity, file }) => severity === 'error' && path.basename(file) === 'mirrors.yaml',
  );
  if (errors.length > 0) {
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
