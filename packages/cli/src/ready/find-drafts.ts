import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { openArticle, type OpenArticle } from '../edit/open-article.ts';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { compareError } from '../repository/compare-error.ts';

const run = promisify(execFile);

/** Bytes of names that git may list: a thousand files at the longest address. */
const NAMES_BYTES = 1_000_000;

/**
 * Opens the drafts among the articles that differ between two commits, in the order of their paths. `commits` is
 * `<commit>..<commit>`. Throws UsageError where git does not know these, Error where an article has errors.
 */
export async function findDrafts(root: string, commits: string): Promise<OpenArticle[]> {
  const real = realpathSync(root);
  const names = await listChanged(real, commits);
  const files = names
    .filter((name) => /^articles\/.+\/index\.md$/.test(name))
    .map((name) => path.join(real, name))
    .filter((file) => existsSync(file));
  return files
    .map((file) => openArticle(file, root))
    .filter(({ article }) => article.status === 'draft');
}

async function listChanged(root: string, commits: string): Promise<string[]> {
  const [from, to] = commits.split('..');
  if (!from || !to) {
    throw new UsageError(
      say({
        en: '--merged: write two commits with two dots between, such as HEAD^1..HEAD.',
        ru: '--merged: напишите два коммита через две точки, например HEAD^1..HEAD.',
      }),
    );
  }
  const args = ['diff', '--name-only', '-z', '--relative', '--no-renames', '--end-of-options'];
  try {
    const options = { cwd: root, maxBuffer: NAMES_BYTES };
    const { stdout } = await run('git', [...args, from, to, '--', '.'], options);
    return stdout.split('\0').filter((name) => name !== '');
  } catch (error) {
    throw compareError(commits, error);
  }
}
