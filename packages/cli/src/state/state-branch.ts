import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { withoutPasswords } from '@tamizdat/mirrors';
import { NO_HOOKS, openGitFolder } from '@tamizdat/mirrors/git-folder';
import { repository } from '../repository/folders.ts';
import { type BranchFile, parseListing } from './branch-listing.ts';
import { MAX_LISTING_BYTES } from './limits.ts';

const run = promisify(execFile);

/** A branch on which the newest release is kept, and a bare repository on this machine through which it passes. */
export interface StateBranch {
  /** Name of a remote of the kit’s repository, or an address. */
  remote: string;
  branch: string;
  /** Folder of the bare repository, absolute; made where there is none. What a cache put there is not believed. */
  repository: string;
}

/** The kept commit has no parent: what a release took down is in no history. */
export interface KeptCommit {
  number: number;
  /** RFC 3339 in UTC. */
  clock: string;
  /** Folder of each part, by its name on the branch. */
  parts: Readonly<Record<string, string>>;
}

/** Bytes are kept as they are, whatever a git on this machine is told to do with texts. */
const ATTRIBUTES = '* -text -filter -ident -working-tree-encoding\n';

/**
 * Whether the branch is there.
 * @param timeout Milliseconds that git may take; as long as it likes where absent.
 * @throws Error with what git says where that cannot be seen
 */
export async function isKept(place: StateBranch, timeout?: number): Promise<boolean> {
  const asked = ['ls-remote', '--heads', await addressOf(place), refOf(place)];
  return (await git(place, asked, timeout === undefined ? {} : { timeout })) !== '';
}

/** How the branch is fetched. */
export interface Fetching {
  /** As of `git fetch`: what of it is enough. */
  filter?: string;
  /** The name that the commit gets here: until it has the branch's, nothing is kept in its place. */
  into?: string;
}

/** Fetches the newest commit of the branch. */
export async function fetchKept(
  place: StateBranch,
  { filter, into }: Fetching = {},
): Promise<void> {
  const narrowed = filter === undefined ? [] : [`--filter=${filter}`];
  const ref = refOf(place);
  await git(place, [
    ...['-c', 'fetch.fsckObjects=true', 'fetch', '--quiet', '--depth=1', '--no-tags'],
    ...['--no-recurse-submodules', '--no-write-fetch-head', ...narrowed],
    ...[await addressOf(place), `+${ref}:${into ?? ref}`],
  ]);
}

/** The clock of the release that was fetched, as the commit says it; undefined where it says nothing. */
export async function readClock(place: StateBranch): Promise<string | undefined> {
  const message = await git(place, ['log', '-1', '--format=%B', refOf(place)]);
  return /^Clock: (\S+)$/m.exec(message)?.[1];
}

/**
 * Lists what was fetched, as untrusted as it came. It is never checked out: a link on it would be followed by whatever
 * is written or read next to it.
 * @throws Error `foreign-branch`
 */
export async function listKept(
  place: StateBranch,
  ref = refOf(place),
): Promise<Map<string, BranchFile>> {
  return listTree(place, ref);
}

async function listTree(place: StateBranch, tree: string): Promise<Map<string, BranchFile>> {
  return parseListing(await git(place, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree]));
}

/**
 * Makes a commit of the parts and puts it in the place of the branch, but only of what was fetched.
 * @throws GoneOnError where something else lies there; Error
 */
export async function keepParts(place: StateBranch, kept: KeptCommit): Promise<void> {
  const former = await ask(place, ['for-each-ref', '--format=%(objectname)', refOf(place)]);
  const rows: string[] = [];
  for (const [part, folder] of Object.entries(kept.parts).sort(([a], [b]) => (a < b ? -1 : 1)))
    rows.push(`040000 tree ${await writeTree(place, part, folder)}\t${part}\n`);
  const tree = await ask(place, ['mktree'], { input: rows.join('') });
  // What the next machine would refuse is not kept either: a link that lies in a folder here, for one.
  await listTree(place, tree);
  const message = `Release ${kept.number}\n\nClock: ${kept.clock}\n`;
  const commit = await ask(place, ['commit-tree', tree], { input: message, at: kept.clock });
  const ref = refOf(place);
  const lease = `--force-with-lease=${ref}:${former}`;
  const push = ['push', '--quiet', lease, await addressOf(place), `${commit}:${ref}`];
  await git(place, push).catch((error: unknown) => {
    throw error instanceof Error && STALE.test(error.message) ? new GoneOnError(error) : error;
  });
  await git(place, ['update-ref', ref, commit]);
}

/** What git says of a branch that is not as it was fetched, or was never. */
const STALE = /\(stale info\)/;

/** Thrown where the branch has gone on since it was fetched, or this repository does not know that it was. */
export class GoneOnError extends Error {
  override readonly name = 'GoneOnError';

  constructor(cause: Error) {
    super(cause.message, { cause });
  }
}

async function writeTree(place: StateBranch, part: string, folder: string): Promise<string> {
  const within = { folder, index: path.join(place.repository, `index-${part}`) };
  rmSync(within.index, { force: true });
  await git(place, ['add', '--all', '--force', '.'], within);
  return ask(place, ['write-tree'], within);
}

export const refOf = ({ branch }: StateBranch): string => `refs/heads/${branch}`;

/** A remote's name is one word; everything else is an address that git understands. */
export async function addressOf({ remote }: StateBranch): Promise<string> {
  if (existsSync(remote)) return path.resolve(remote);
  if (!/^[\w-]+$/.test(remote)) return remote;
  const { stdout } = await run('git', ['remote', 'get-url', '--push', remote], { cwd: repository });
  return stdout.trim();
}

/** Where a branch is, as it may be printed: logs are read by many. */
export const shownAddress = async (place: StateBranch): Promise<string> =>
  withoutPasswords(await addressOf(place));

interface GitRun {
  folder?: string;
  index?: string;
  input?: string;
  /** Time of a commit. */
  at?: string;
  /** Milliseconds. */
  timeout?: number;
}

/** One line that git says. */
export const ask = async (...given: Parameters<typeof git>): Promise<string> =>
  (await git(...given)).trim();

/** Runs git in the bare repository, which is opened at the first use of a place. @throws Error with what git says */
export async function git(
  place: StateBranch,
  args: readonly string[],
  more: GitRun = {},
): Promise<string> {
  const opening = opened.get(place) ?? openRepository(place);
  opened.set(place, opening);
  await opening;
  return runGit(place, args, more);
}

const opened = new WeakMap<StateBranch, Promise<void>>();

async function openRepository(place: StateBranch): Promise<void> {
  await openGitFolder(place.repository, (args) => runGit(place, args));
  mkdirSync(path.join(place.repository, 'info'), { recursive: true });
  writeFileSync(path.join(place.repository, 'info/attributes'), ATTRIBUTES);
}

const SETTINGS = [NO_HOOKS, 'core.autocrlf=false', 'gc.auto=0', 'core.safecrlf=false'];

async function runGit(
  place: StateBranch,
  args: readonly string[],
  { folder, index, input, at = '', timeout = 0 }: GitRun = {},
): Promise<string> {
  const tree = folder === undefined ? [] : [`--work-tree=${folder}`];
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const asked = run('git', [`--git-dir=${place.repository}`, ...tree, ...settings, ...args], {
    cwd: folder ?? repository,
    maxBuffer: MAX_LISTING_BYTES,
    timeout,
    env: {
      ...process.env,
      ...{ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
      ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
      ...{ GIT_AUTHOR_NAME: 'nobody', GIT_AUTHOR_EMAIL: 'nobody@invalid', GIT_AUTHOR_DATE: at },
      ...{ GIT_COMMITTER_NAME: 'nobody', GIT_COMMITTER_EMAIL: 'nobody@invalid' },
      GIT_COMMITTER_DATE: at,
    },
  });
  // A git that reads nothing may have ended before.
  asked.child.stdin?.on('error', () => undefined).end(input ?? '');
  try {
    return (await asked).stdout;
  } catch (error) {
    const said = (error as { stderr?: string }).stderr ?? String(error);
    throw new Error(
      `git ${args.find((arg) => /^[a-z]/.test(arg) && !arg.includes('.')) ?? ''}: ${withoutPasswords(said.trim())}`,
      {
        cause: error,
      },
    );
  }
}
