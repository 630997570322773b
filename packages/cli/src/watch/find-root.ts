import path from 'node:path';
import { fingerprintOf, loadState } from '@tamizdat/release';
import { UsageError } from '../frame/usage-error.ts';
import { releaseState } from '../release/find-outlet.ts';
import { stateFolder } from '../repository/folders.ts';
import { findNamed } from '../verify/find-publisher.ts';
import { say } from '../language/say.ts';

/**
 * Finds the fingerprint of the outlet whose mirrors are watched.
 * @throws UsageError
 */
export async function findRoot(
  given: string | undefined,
  content: string | undefined,
): Promise<string> {
  const named = given ?? (process.env['TAMIZDAT_ROOT'] || undefined);
  if (named !== undefined) {
    const { fingerprint } = await findNamed(named, path.join(stateFolder, 'seen'));
    if (fingerprint !== undefined) return fingerprint;
  }
  const [root] = loadState(releaseState(content))?.head.roots ?? [];
  if (root !== undefined) return fingerprintOf(root);
  throw new UsageError(
    say({
      en: 'Whose mirrors are these? --root <file or fingerprint>',
      ru: 'Чьи это зеркала? --root <файл или отпечаток>',
    }),
  );
}
