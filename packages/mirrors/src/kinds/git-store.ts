import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { MAX_LIST_BYTES, STORE_SILENCE_S } from '../limits.ts';
import { ensureHash, hashBytes, readOutgoing } from './check-outgoing.ts';
import { openGitFolder } from './git-folder.ts';
import { ENVIRONMENT, type GitPlace, remoteAt, SETTINGS, ssh } from './git-settings.ts';
import { explainGit, ownLines } from './git-faults.ts';
import { type Answer, runCommand, writeAll } from './run-command.ts';
import type { FinishedRelease, Outgoing, Store } from './store.ts';

/** Who commits, in all mirrors: nobody's name, address or time zone gets into a history. */
const NOBODY = 'Tamizdat <publish@tamizdat.invalid>';

/** The branch as it was fetched, in the repository that is kept here. */
const FETCHED = 'refs/mirror/fetched';
/** The commit that is to be pushed. */
const NEXT = 'refs/mirror/next';

/**
 * A branch of a git repository, as Pages hosts serve it. A publication is one commit: it is seen whole or not at all.
 * Files of others on the branch stay.
 * @param work A folder for a repository without a work tree, in which the branch's trees are kept.
 * @param silence Seconds without a byte after which a connection is given up.
 */
export class GitStore implements Store {
  readonly features = { headers: false, atomic: true };
  readonly #place: GitPlace;
  readonly #work: string;
  /** The commit that was fetched; null for a branch that is not there; undefined before. */
  #tip: string | null | undefined;
  readonly #puts = new Map<string, Outgoing>();
  readonly #removals = new Set<string>();
  readonly #silence: number;
  #blobs: Map<string, string> | undefined;
  #patience: Record<string, string> = {};

  constructor(place: GitPlace, work: string, silence = STORE_SILENCE_S) {
    this.#place = place;
    this.#work = join(work, 'git');
    this.#silence = silence;
  }

  async read(path: string, limit: number) {
    const tip = await this.#fetch();
    if (tip === null) return undefined;
    const { code, stdout } = await this.#git(['cat-file', 'blob', `${tip}:${path}`], { limit });
    return code === 0 ? stdout : undefined;
  }

  async list(): Promise<string[]> {
    const blobs = await this.#listBlobs('release/');
    return [...blobs.keys()].map((path) => path.slice('release/'.length));
  }

  /** A blob's name is made of its bytes: nothing is fetched. */
  async differing(files: readonly Outgoing[]): Promise<Outgoing[]> {
    this.#blobs ??= await this.#listBlobs('');
    const blobs = this.#blobs;
    return files.filter((file) => blobs.get(file.path) !== nameBlob(readContent(file)));
  }

  /** Names of the blobs of files below a folder, links and the like not among them. */
  async #listBlobs(folder: string): Promise<Map<string, string>> {
    const tip = await this.#fetch();
    if (tip === null) return new Map();
    const args = ['ls-tree', '-r', '-z', tip, ...(folder === '' ? [] : [folder])];
    const { stdout } = await this.#git(args, { limit: MAX_LIST_BYTES });
    const rows = new TextDecoder()
      .decode(stdout)
      .matchAll(/100644 blob ([0-9a-f]{40,64})\t([^\0]+)\0/g);
    return new Map([...rows].map(([, name = '', path = '']) => [path, name]));
  }

  put(files: readonly Outgoing[]): Promise<void> {
    for (const file of files) {
      this.#puts.set(file.path, file);
      this.#removals.delete(file.path);
    }
    return Promise.resolve();
  }

  remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      this.#removals.add(path);
      this.#puts.delete(path);
    }
    return Promise.resolve();
  }

  /** Commits and pushes. A branch that somebody else moved meanwhile is left as it is. */
  async finish(release: FinishedRelease): Promise<void> {
    const tip = await this.#fetch();
    const commit = await this.#commit(tip, release);
    const { branch } = this.#place;
    const target = `refs/heads/${branch}`;
    const lease = `--force-with-lease=${target}:${tip ?? ''}`;
    const args = ['push', '--quiet', '--no-verify', lease, 'mirror', `${commit}:${target}`];
    const pushed = await this.#git(args);
    if (pushed.code === 0) return;
    throw explainGit(pushed.stderr);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #fetch(): Promise<string | null> {
    if (this.#tip !== undefined) return this.#tip;
    await this.#open();
    const { branch } = this.#place;
    const refspec = `+refs/heads/${branch}:${FETCHED}`;
    const args = [
      'fetch',
      '--quiet',
      '--depth=1',
      '--filter=blob:none',
      '--no-tags',
      '--no-write-fetch-head',
      'mirror',
      refspec,
    ];
    const { code, stderr } = await this.#git(args);
    if (code !== 0 && /couldn't find remote ref/i.test(ownLines(stderr))) return (this.#tip = null);
    if (code !== 0) throw explainGit(stderr);
    const { stdout } = await this.#must(['rev-parse', `${FETCHED}^{commit}`]);
    return (this.#tip = text(stdout));
  }

  async #open(): Promise<void> {
    await openGitFolder(this.#work, (args) => this.#must(args));
    await this.#learnPatience();
  }

  async #learnPatience(): Promise<void> {
    const { GIT_SSH, GIT_SSH_COMMAND } = process.env;
    const { stdout } = await this.#git(['config', '--get', 'core.sshCommand']);
    const isGiven = [GIT_SSH, GIT_SSH_COMMAND, text(stdout)].some((own) => Boolean(own));
    this.#patience = {
      GIT_HTTP_LOW_SPEED_LIMIT: '1',
      GIT_HTTP_LOW_SPEED_TIME: String(this.#silence),
      ...(isGiven ? {} : { GIT_SSH_COMMAND: ssh(this.#silence) }),
    };
  }

  /** Writes blobs, tree and commit in one stream; what does not change is not read, and need not be here. */
  async #commit(tip: string | null, { clock, forget }: FinishedRelease): Promise<string> {
    const squash = this.#place.squash || forget;
    const when = `${Date.parse(clock) / 1_000} +0000`;
    const beginning = tip === null ? '' : squash ? await this.#treeOf(tip) : `from ${tip}\n`;
    const hasMark = this.#puts.has('.nojekyll') || (await this.#has(tip, '.nojekyll'));
    const write = async (stream: Writable): Promise<void> => {
      const who = `${NOBODY} ${when}`;
      await writeAll(stream, `feature done\ncommit ${NEXT}\n`);
      await writeAll(stream, `author ${who}\ncommitter ${who}\ndata 8\nPublish\n\n${beginning}`);
      for (const path of this.#removals) await writeAll(stream, `D ${path}\n`);
      if (!hasMark) await writeAll(stream, 'M 100644 inline .nojekyll\ndata 0\n\n');
      for (const file of this.#puts.values()) await writeFile(stream, file);
      await writeAll(stream, '\ndone\n');
    };
    await this.#must(['update-ref', '-d', NEXT]);
    await this.#must(['fast-import', '--quiet', '--force', '--date-format=raw'], write);
    return text((await this.#must(['rev-parse', NEXT])).stdout);
  }

  /** A commit without a past begins with the files that are there, foreign ones among them. */
  async #treeOf(tip: string): Promise<string> {
    const { stdout } = await this.#must(['rev-parse', `${tip}^{tree}`]);
    return `M 040000 ${text(stdout)} ""\n`;
  }

  async #has(tip: string | null, path: string): Promise<boolean> {
    if (tip === null) return false;
    const { stdout } = await this.#must(['ls-tree', '--name-only', tip, path]);
    return text(stdout) !== '';
  }

  async #must(
    args: readonly string[],
    input?: (stream: Writable) => Promise<void>,
  ): Promise<Answer> {
    const answer = await this.#git(args, input === undefined ? {} : { input });
    if (answer.code !== 0) throw explainGit(answer.stderr);
    return answer;
  }

  #git(
    args: readonly string[],
    more: { input?: (stream: Writable) => Promise<void>; limit?: number } = {},
  ): Promise<Answer> {
    const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
    return runCommand({
      program: 'git',
      args: [...settings, ...args],
      install: {
        en: 'Install it: apt install git (Debian, Ubuntu), brew install git (macOS).',
        ru: 'Установите её: apt install git (Debian, Ubuntu), brew install git (macOS).',
      },
      env: { ...ENVIRONMENT, ...this.#patience, ...remoteAt(this.#place), GIT_DIR: this.#work },
      cwd: this.#work,
      ...more,
    });
  }
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).trim();

async function writeFile(stream: Writable, file: Outgoing): Promise<void> {
  const { path } = file;
  const bytes = readContent(file);
  ensureHash(file, hashBytes(bytes));
  await writeAll(stream, `M 100644 inline ${path}\ndata ${bytes.length}\n`);
  await writeAll(stream, bytes);
  await writeAll(stream, '\n');
}

const readContent = ({ content, path }: Outgoing): Uint8Array =>
  'bytes' in content ? content.bytes : readOutgoing(content.file, path);

/** What git calls a file with these bytes. */
const nameBlob = (bytes: Uint8Array): string =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
