import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { NO_HOOKS } from '@tamizdat/mirrors/git-folder';
import { ToldError } from '@tamizdat/problem';
import { ANSWER_MAX_BYTES, OLDEST_GIT } from './limits.ts';

const run = promisify(execFile);

/** Runs git in the outlet's repository, and gives what it says. @throws GitError */
export type Git = (args: readonly string[], more?: GitRun) => Promise<string>;

interface GitRun {
  input?: string;
  /** Folder to run in without the work tree and its index, from which git reads attributes otherwise. */
  apart?: string;
}

/** Thrown where git ended with a fault. */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** Exit code; -1 where there is none. */
  readonly exit: number;
  /** What it answered before. */
  readonly answer: string;

  constructor(said: string, exit: number, answer: string, cause: unknown) {
    super(said, { cause });
    this.exit = exit;
    this.answer = answer;
  }
}

/** What was fetched is looked at before anything of it may run: no hook, no watcher, no other repository within it. */
const SETTINGS = [
  ...[NO_HOOKS, 'core.fsmonitor=false', 'submodule.recurse=false', 'gc.auto=0'],
  ...['maintenance.auto=false', 'core.protectNTFS=true', 'core.protectHFS=true'],
];

/** The merge is nobody's, as other commits of the kit are: nothing of a person or a machine gets into the history. */
const NOBODY = { name: 'nobody', email: 'nobody@invalid' };

/**
 * Opens the repository whose root a folder is.
 * @param now RFC 3339, for commits.
 * @throws ToldError `upgrade-no-git`
 */
export async function openGit(folder: string, now: string): Promise<Git> {
  const git = gitIn(folder, now);
  const version = /^git version (\d+)\.(\d+)/.exec(await git(['version']).catch(() => '')) ?? [];
  const [major, minor] = [Number(version[1] ?? 0), Number(version[2] ?? 0)];
  const isOld = major < OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor < OLDEST_GIT[1]);
  if (isOld) throw noGit(NEWER(OLDEST_GIT.join('.')));
  const top = (await git(['rev-parse', '--show-toplevel']).catch(() => '')).trim();
  if (top === '' || realpathSync(top) !== realpathSync(folder)) throw noGit(CLONE(folder));
  return git;
}

const noGit = (told: { en: string; ru: string }): ToldError =>
  new ToldError('upgrade-no-git', told, {
    en: 'A newer kit comes as a merge: docs/your-outlet.md.',
    ru: 'Новая версия набора приходит слиянием: docs/your-outlet.ru.md.',
  });

const NEWER = (oldest: string) => ({
  en: `It takes git ${oldest} or newer, and there is none here.`,
  ru: `Нужен git ${oldest} или новее, а его здесь нет.`,
});
const CLONE = (folder: string) => ({
  en: `${folder} is not the root of a git repository.`,
  ru: `${folder} — не корень репозитория git.`,
});

function gitIn(cwd: string, now: string): Git {
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_OTHERS.test(name))),
    ...{ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', GIT_MERGE_AUTOEDIT: 'no' },
    ...{ GIT_AUTHOR_NAME: NOBODY.name, GIT_AUTHOR_EMAIL: NOBODY.email, GIT_AUTHOR_DATE: now },
    ...{ GIT_COMMITTER_NAME: NOBODY.name, GIT_COMMITTER_EMAIL: NOBODY.email },
    GIT_COMMITTER_DATE: now,
  };
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  return async (args, { input = '', apart } = {}) => {
    const asked = run('git', [...settings, ...args], {
      cwd: apart ?? cwd,
      env: apart === undefined ? env : { ...env, GIT_INDEX_FILE: path.join(apart, 'no-index') },
      maxBuffer: ANSWER_MAX_BYTES,
    });
    // A git that reads nothing may have ended before.
    asked.child.stdin?.on('error', () => undefined).end(input);
    try {
      return (await asked).stdout;
    } catch (error) {
      const { stderr = '', stdout = '', code } = error as Partial<Record<string, string | number>>;
      const said = String(stderr).trim() || String(error);
      throw new GitError(said, typeof code === 'number' ? code : -1, String(stdout), error);
    }
  };
}

/** A hook or an alias of git's that runs the command says by these which repository it is about. */
const OF_OTHERS = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|NAMESPACE)$/;
