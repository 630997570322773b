import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { compareError } from '../repository/compare-error.ts';

const run = promisify(execFile);

/**
 * The files that differ from where this branch left `base`, as problems name them (relative to the
 * folder that holds the content folder `root`, NFC). None where `base` is undefined. Throws UsageError
 * where git cannot tell.
 */
export async function changedFiles(root: string, base: string | undefined): Promise<Set<string>> {
  if (base === undefined) return new Set();
  const cwd = path.dirname(realpathSync(root));
  const args = ['diff', '--name-only', '-z', '--relative', '--no-renames', '--merge-base'];
  try {
    const { stdout } = await run('git', [...args, '--end-of-options', base, '--', '.'], {
      cwd,
      maxBuffer: CHANGED_BYTES,
    });
    return new Set(stdout.split('\0').map((file) => file.normalize('NFC')));
  } catch (error) {
    throw compareError(base, error);
  }
}

/** Bytes of names: 100,000 files at the longest address. */
const CHANGED_BYTES = 50_000_000;

/** What a pull request is to be merged into, where the workflow fetched it. */
export const baseOfPullRequest = (): string | undefined => {
  const branch = process.env['GITHUB_BASE_REF'];
  return branch ? `origin/${branch}` : undefined;
};
