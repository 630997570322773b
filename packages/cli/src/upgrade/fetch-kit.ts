import { withoutPasswords } from '@tamizdat/mirrors';
import { ToldError } from '@tamizdat/problem';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { type Git, GitError } from './open-git.ts';

/** What was fetched last, so that it can be looked at. */
export const FETCHED = 'refs/tamizdat/kit';

/** Where a newer kit is asked for, by their order: the name that docs/your-outlet.md gives, and what else is usual. */
const USUAL = ['kit', 'upstream', 'origin'];

/** A newer kit that was asked for. */
export interface Wanted {
  /** Name of a remote, or an address; undefined: the usual one. */
  from: string | undefined;
  /** Branch or tag; undefined: the branch that the other repository shows first. */
  branch: string | undefined;
  /** The commit that is wanted of it; undefined: the newest. */
  commit: string | undefined;
}

/** @returns where it came from, as it may be printed, and the commit. @throws ToldError, UsageError */
export async function fetchKit(
  git: Git,
  { from, branch, commit }: Wanted,
): Promise<{ source: string; target: string }> {
  const remote = from ?? (await findSource(git));
  refuseOption('--from', remote);
  refuseOption('--branch', branch ?? '');
  const source = withoutPasswords(remote);
  // A kit that was altered on the way has other names for its objects.
  const options = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
  try {
    const checked = ['-c', 'fetch.fsckObjects=true', 'fetch', ...options];
    await git([...checked, remote, `+${branch ?? 'HEAD'}:${FETCHED}`]);
  } catch (error) {
    throw unfetched(source, error);
  }
  const newest = (await git(['rev-parse', '--verify', `${FETCHED}^{commit}`])).trim();
  return { source, target: commit === undefined ? newest : await findCommit(git, newest, commit) };
}

async function findSource(git: Git): Promise<string> {
  const remotes = new Set((await git(['remote'])).split('\n'));
  const found = USUAL.find((name) => remotes.has(name));
  if (found !== undefined) return found;
  throw new ToldError(
    'upgrade-no-source',
    {
      en: `This repository knows no other of which the kit could come (${USUAL.join(', ')}).`,
      ru: `Этот репозиторий не знает другого, откуда взять набор (${USUAL.join(', ')}).`,
    },
    NAME_KIT,
  );
}

/** What tells how to name the repository of the kit. */
export const NAME_KIT = {
  en: 'Name the repository of the kit once: git remote add kit <address of the kit>; or each time: --from <address>.',
  ru: 'Назовите репозиторий набора один раз: git remote add kit <адрес набора>; или каждый раз: --from <адрес>.',
};

/** What begins with a hyphen would be read by git as an option, and some of these run programs. */
function refuseOption(option: string, value: string): void {
  if (!value.startsWith('-')) return;
  throw new UsageError(
    say({
      en: `${option} takes no name that begins with a hyphen: “${value}”.`,
      ru: `${option}: имя не может начинаться с дефиса: «${value}».`,
    }),
  );
}

async function findCommit(git: Git, newest: string, commit: string): Promise<string> {
  const unknown = new ToldError(
    'upgrade-unknown-commit',
    {
      en: `The kit that was fetched does not hold the commit “${commit}”.`,
      ru: `В полученном наборе нет коммита «${commit}».`,
    },
    {
      en: 'Write it as --dry-run printed it, and name the branch that it is on: --branch.',
      ru: 'Напишите его так, как напечатал --dry-run, и назовите его ветку: --branch.',
    },
  );
  if (!/^[0-9a-f]{7,64}$/.test(commit)) throw unknown;
  try {
    const full = (await git(['rev-parse', '--verify', '--quiet', `${commit}^{commit}`])).trim();
    await git(['merge-base', '--is-ancestor', full, newest]);
    return full;
  } catch (error) {
    if (error instanceof GitError) throw unknown;
    throw error;
  }
}

function unfetched(source: string, error: unknown): ToldError {
  const said = withoutPasswords(error instanceof Error ? error.message : String(error));
  return new ToldError(
    'upgrade-not-fetched',
    {
      en: `The kit could not be fetched from ${source}:\n    ${said.replaceAll('\n', '\n    ')}`,
      ru: `Не удалось получить набор из ${source}:\n    ${said.replaceAll('\n', '\n    ')}`,
    },
    {
      en: 'Look whether the address answers (git ls-remote), or name another: --from. Nothing was changed.',
      ru: 'Проверьте, отвечает ли адрес (git ls-remote), или назовите другой: --from. Ничего не изменено.',
    },
  );
}
