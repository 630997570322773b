import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentFolder } from '../fixture/content-folder.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

/** A repository on a forge, with the kit as it stands and the fixture’s content on `main`. */
export class ForgeRepository {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'tamizdat-forge-'));
  /** Bare, as the forge has it. */
  readonly origin = path.join(this.folder, 'origin.git');
  /** A clone of somebody who works on it. */
  readonly clone = path.join(this.folder, 'clone');
  readonly content = new ContentFolder(path.join(this.clone, 'content'));
  readonly #part: string;

  /** @param part Folder of the kit that is enough for a test that runs no other. */
  constructor(part = '') {
    this.#part = part;
  }

  /** Makes it; `more` writes what is to be on `main` beside the fixture. */
  async start(more: () => void = () => undefined): Promise<void> {
    const files = execFileSync(
      'git',
      ['ls-files', '-coz', '--exclude-standard', `./${this.#part}`],
      {
        cwd: repository,
        maxBuffer: 100_000_000,
      },
    );
    for (const file of files.toString().split('\0').filter(isOfKit))
      cpSync(path.join(repository, file), path.join(this.clone, file), { verbatimSymlinks: true });
    await this.content.fill();
    more();
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('Start');
    execFileSync('git', ['clone', '--quiet', '--bare', this.clone, this.origin]);
    this.git('remote', 'add', 'origin', this.origin);
  }

  git(...args: string[]): string {
    return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], {
      cwd: this.clone,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  }

  /** Commits everything that stands in the clone. */
  commit(message: string): void {
    this.git('add', '--all', '--force');
    this.git('commit', '--quiet', '--allow-empty', '--no-gpg-sign', '--message', message);
  }

  /**
   * Proposes a change as a pull request.
   * @returns the ref of the merge that the forge makes of it
   */
  propose(name: string, change: () => void): string {
    this.git('checkout', '--quiet', '-b', name, 'main');
    change();
    this.commit(name);
    this.git('checkout', '--quiet', '-b', `${name}-merged`, 'main');
    this.git('merge', '--quiet', '--no-ff', '--no-gpg-sign', '--message', 'Merge', name);
    const ref = `refs/pull/${name}/merge`;
    this.git('push', '--quiet', 'origin', `HEAD:${ref}`);
    this.git('checkout', '--quiet', 'main');
    return ref;
  }

  /** Changes `main`. @returns the commits before and after */
  push(message: string, change: () => void): { before: string; sha: string } {
    this.git('pull', '--quiet', '--ff-only', 'origin', 'main');
    const before = this.git('rev-parse', 'HEAD');
    change();
    this.commit(message);
    this.git('push', '--quiet', 'origin', 'main');
    return { before, sha: this.git('rev-parse', 'HEAD') };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const isOfKit = (file: string): boolean => file !== '' && !file.startsWith('content/');
