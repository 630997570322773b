import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Outlet } from '@tamizdat/article-schema';
import { say } from '../language/say.ts';

const run = promisify(execFile);

/**
 * Commits the named files alone, under the outlet's name, with its address, the time in UTC and no
 * signature: nothing of the person, the machine or its zone gets into the history. Throws Error with
 * what git says.
 */
export async function commitNeutrally(
  files: readonly string[],
  { outlet, message, now }: { outlet: Outlet; message: string; now: number },
): Promise<void> {
  const name = outlet.name[outlet.languages[0]?.code ?? ''] ?? 'Newsroom';
  const email = `noreply@${new URL(outlet.origin).hostname}`;
  const date = `@${Math.floor(now / 1_000)} +0000`;
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date },
    ...{ GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date },
  };
  const cwd = path.dirname(files[0] ?? '');
  const git = async (...args: string[]) =>
    (await run('git', ['--literal-pathspecs', ...args], { cwd, env })).stdout;
  try {
    const known = await Promise.all(
      files.map(async (file) => existsSync(file) || (await git('ls-files', '--', file)) !== ''),
    );
    const changed = files.filter((_, index) => known[index]);
    await git('add', '--all', '--', ...changed);
    if ((await git('status', '--porcelain', '--', ...changed)) === '') return;
    await git(
      'commit',
      '--quiet',
      '--no-gpg-sign',
      '--only',
      '--message',
      message,
      '--',
      ...changed,
    );
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? '';
    throw new Error(
      say({
        en: `The files are changed, but git made no commit: ${said.trim()}`,
        ru: `Файлы изменены, но git не сделал коммит: ${said.trim()}`,
      }),
      {
        cause: error,
      },
    );
  }
}
