import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GIT_BYTES, GIT_MS } from '../limits.ts';

const run = promisify(execFile);

/** Thrown where there is no git to ask. */
export class NoGitError extends Error {
  override readonly name = 'NoGitError';
}

/**
 * Asks git, which changes nothing: not even its index.
 * @returns what it says; undefined where it refuses, as where there is no repository
 * @throws NoGitError
 */
export async function askGit(folder: string, args: readonly string[]): Promise<string | undefined> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  const limits = { timeout: GIT_MS, maxBuffer: GIT_BYTES };
  try {
    // A file system’s watcher that a repository’s settings name would be a program of somebody else.
    const settings = ['-c', 'core.fsmonitor=false'];
    const { stdout } = await run('git', [...settings, ...args], { cwd: folder, env, ...limits });
    return stdout;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT')
      throw new NoGitError('git', { cause: error });
    return undefined;
  }
}
