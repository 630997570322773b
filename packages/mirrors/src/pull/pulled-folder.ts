import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { isPart, makeFolder, PUBLIC, writeWhole } from '@tamizdat/files';
import { isBaseAddress, isMissing } from '@tamizdat/release';
import { PullError } from './pull-error.ts';

/**
 * A folder that keeps a copy of a site:
 *
 *     current -> releases/7-signed   what a web server serves; switched by renaming the link
 *     releases/                      one folder, two for a moment
 *     incoming/                      what is being fetched
 *     seen/                          the newest release seen of the outlet
 *     mirror.json                    whose copy this is, and where it is served
 */
export class PulledFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get incoming(): string {
    return join(this.folder, 'incoming');
  }

  /** Folder of what is remembered of the outlet. */
  get memory(): string {
    return join(this.folder, 'seen');
  }

  /** Name of the release that is served, in `releases/`; undefined before the first one. */
  get servedName(): string | undefined {
    try {
      const name = /^releases\/([^/]+)\/?$/.exec(readlinkSync(join(this.folder, 'current')))?.[1];
      return name !== undefined && existsSync(this.#release(name)) ? name : undefined;
    } catch (error) {
      if (isMissing(error) || isNoLink(error)) return undefined;
      throw error;
    }
  }

  /** Folder of the release that is served. */
  get served(): string | undefined {
    const name = this.servedName;
    return name === undefined ? undefined : this.#release(name);
  }

  /** File that says whose copy this is, and where it is served. */
  get #state(): string {
    return join(this.folder, 'mirror.json');
  }

  #release(name: string): string {
    return join(this.folder, 'releases', name);
  }

  /** The fingerprint of the outlet whose copy this is; undefined in a new folder. @throws PullError */
  loadOutlet(): string | undefined {
    let text: string;
    try {
      text = readFileSync(this.#state, 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    const fingerprint = /"fingerprint": "([0-9a-f]{64})"/.exec(text)?.[1];
    if (fingerprint !== undefined) return fingerprint;
    throw new PullError(
      'not-a-copy',
      `${this.#state} is not what this command writes.`,
      'Name another folder, or delete this file to begin anew with --root.',
    );
  }

  /** The base address that was put into the copy's feeds; undefined where the origin's stands there. */
  loadBase(): string | undefined {
    try {
      const state = JSON.parse(readFileSync(this.#state, 'utf8')) as { base?: unknown } | null;
      return isBaseAddress(state?.base) ? state.base : undefined;
    } catch {
      // What is wrong with the file is told where the outlet is read from it.
      return undefined;
    }
  }

  /** @param base Of the copy; undefined where the origin's is left in its feeds. */
  saveOutlet(fingerprint: string, base: string | undefined): void {
    const state = { format: 'tamizdat-mirror-1', fingerprint, ...(base && { base }) };
    writeWhole(this.#state, `${JSON.stringify(state, undefined, 2)}\n`);
  }

  /**
   * Refuses a folder with files of somebody else: what is deleted later must be ours.
   * @throws PullError
   */
  refuseForeign(): void {
    if (!existsSync(this.folder) || existsSync(this.#state)) return;
    if (!statSync(this.folder).isDirectory())
      throw new PullError(
        'not-a-folder',
        `${this.folder} is a file.`,
        'Name a folder that is new or empty.',
      );
    const foreign = readdirSync(this.folder).filter((name) => !OURS.has(name) && !isPart(name));
    if (foreign.length === 0) return;
    throw new PullError(
      'foreign-files',
      `${this.folder} holds files that this command did not put there, such as ${foreign.toSorted()[0] ?? ''}.`,
      'Name a folder that is new or empty.',
    );
  }

  /** Tidies up after a run that was killed. What it had fetched is kept: the next run goes on with it. */
  recover(): void {
    this.#refuseLinks();
    makeFolder(join(this.folder, 'releases'), PUBLIC);
    const served = this.servedName;
    for (const name of readdirSync(join(this.folder, 'releases')).toSorted()) {
      if (name === served) continue;
      if (existsSync(this.incoming)) rmSync(this.#release(name), { recursive: true, force: true });
      else renameSync(this.#release(name), this.incoming);
    }
    rmSync(join(this.folder, 'next'), { force: true });
    this.#dropParts();
    makeFolder(this.incoming, PUBLIC);
  }

  /** Nothing is written or deleted behind a link that somebody put in. @throws PullError */
  #refuseLinks(): void {
    for (const name of ['incoming', 'releases', 'seen']) {
      const place = join(this.folder, name);
      if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
      throw new PullError(
        'foreign-link',
        `${place} is a link that this command did not make.`,
        'Delete the link. To keep the copy elsewhere, name that folder.',
      );
    }
  }

  /** Serves what came in, and deletes what was served before. */
  switchTo(kind: string): void {
    const former = this.servedName;
    const name = `${Number.parseInt(former ?? '0', 10) + 1}-${kind}`;
    renameSync(this.incoming, this.#release(name));
    const next = join(this.folder, 'next');
    symlinkSync(`releases/${name}`, next);
    renameSync(next, join(this.folder, 'current'));
    if (former !== undefined) rmSync(this.#release(former), { recursive: true });
  }

  /** Gives back the room of what was fetched and will not be served. */
  dropIncoming(): void {
    rmSync(this.incoming, { recursive: true, force: true });
    this.#dropParts();
  }

  #dropParts(): void {
    for (const name of readdirSync(this.folder)) if (isPart(name)) rmSync(join(this.folder, name));
  }
}

const OURS = new Set(['current', 'releases', 'incoming', 'seen', 'lock']);

const isNoLink = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EINVAL';
