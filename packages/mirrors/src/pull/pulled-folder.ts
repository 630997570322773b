import {
  existsSync,
  lstatSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  isMissing,
  isPart,
  makeFolder,
  makePlace,
  PUBLIC,
  reachPlace,
  readPlain,
  removeAll,
  writeWhole,
} from '@tamizdat/files';
import { isBaseAddress } from '@tamizdat/verify';
import { MAX_NOTE_BYTES } from '../limits.ts';
import { ToldError } from '@tamizdat/problem';

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
      const [folder, name = ''] = readlinkSync(join(this.folder, 'current')).split('/', 2);
      return folder === 'releases' && RELEASE.test(name) && this.#isFolder(name) ? name : undefined;
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

  /** Whether it is one itself, and not behind a link. */
  #isFolder(name: string): boolean {
    return lstatSync(this.#release(name), { throwIfNoEntry: false })?.isDirectory() === true;
  }

  /** The fingerprint of the outlet whose copy this is; undefined in a new folder. @throws ToldError */
  loadOutlet(): string | undefined {
    return this.#load()?.fingerprint;
  }

  /** The base address that was put into the copy's feeds; undefined where the origin's stands there. @throws ToldError */
  loadBase(): string | undefined {
    return this.#load()?.base;
  }

  #load(): CopyState | undefined {
    try {
      const text = new TextDecoder().decode(readPlain(this.#state, MAX_NOTE_BYTES));
      const state: unknown = JSON.parse(text);
      if (isCopyState(state)) return state;
    } catch (error) {
      if (isMissing(error)) return undefined;
      // Said below.
    }
    throw new ToldError(
      'not-a-copy',
      {
        en: `${this.#state} is not what this command writes.`,
        ru: `${this.#state} — не то, что пишет эта команда.`,
      },
      {
        en: 'Name another folder, or delete this file to begin anew with --root.',
        ru: 'Укажите другую папку или удалите этот файл, чтобы начать заново с --root.',
      },
    );
  }

  /** @param base Of the copy; undefined where the origin's is left in its feeds. */
  saveOutlet(fingerprint: string, base: string | undefined): void {
    const state: CopyState = { format: FORMAT, fingerprint, ...(base && { base }) };
    writeWhole(this.#state, `${JSON.stringify(state, undefined, 2)}\n`);
  }

  /**
   * Refuses a folder with files of somebody else: what is deleted later must be ours.
   * @throws ToldError
   */
  refuseForeign(): void {
    if (!existsSync(this.folder) || existsSync(this.#state)) return;
    if (!statSync(this.folder).isDirectory())
      throw new ToldError(
        'not-a-folder',
        { en: `${this.folder} is a file.`, ru: `${this.folder} — файл.` },
        { en: 'Name a folder that is new or empty.', ru: 'Укажите новую или пустую папку.' },
      );
    const foreign = readdirSync(this.folder).filter((name) => !OURS.has(name) && !isPart(name));
    if (foreign.length === 0) return;
    throw new ToldError(
      'foreign-files',
      {
        en: `${this.folder} holds files that this command did not put there, such as ${foreign.toSorted()[0] ?? ''}.`,
        ru: `В ${this.folder} лежат файлы, которых эта команда туда не клала, например ${foreign.toSorted()[0] ?? ''}.`,
      },
      { en: 'Name a folder that is new or empty.', ru: 'Укажите новую или пустую папку.' },
    );
  }

  /** Tidies up after a run that was killed. What it had fetched is kept: the next run goes on with it. */
  recover(): void {
    this.#refuseLinks();
    makeFolder(join(this.folder, 'releases'), PUBLIC);
    const served = this.servedName;
    for (const name of readdirSync(join(this.folder, 'releases')).toSorted()) {
      if (name === served) continue;
      // A link that somebody put there would become the place that is written to.
      if (!this.#isFolder(name) || existsSync(this.incoming))
        removeAll(this.folder, `releases/${name}`);
      else
        reachPlace(this.folder, `releases/${name}`, (place) => {
          renameSync(place, this.incoming);
        });
    }
    rmSync(join(this.folder, 'next'), { force: true });
    this.#dropParts();
    makeFolder(this.incoming, PUBLIC);
  }

  /** Nothing is written or deleted behind a link that somebody put in. @throws ToldError */
  #refuseLinks(): void {
    for (const name of ['incoming', 'releases', 'seen']) {
      const place = join(this.folder, name);
      if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
      throw new ToldError(
        'foreign-link',
        {
          en: `${place} is a link that this command did not make.`,
          ru: `${place} — ссылка, которую сделала не эта команда.`,
        },
        {
          en: 'Delete the link. To keep the copy elsewhere, name that folder.',
          ru: 'Удалите ссылку. Чтобы держать копию в другом месте, укажите ту папку.',
        },
      );
    }
  }

  /** Serves what came in, and deletes what was served before. */
  switchTo(kind: string): void {
    const former = this.servedName;
    const name = `${(Number.parseInt(former ?? '0', 10) % MOST_RELEASES) + 1}-${kind}`;
    makePlace(this.folder, `releases/${name}`, PUBLIC, (place) => {
      renameSync(this.incoming, place);
    });
    const next = join(this.folder, 'next');
    symlinkSync(`releases/${name}`, next);
    renameSync(next, join(this.folder, 'current'));
    if (former !== undefined) removeAll(this.folder, `releases/${former}`);
  }

  /** Gives back the room of what was fetched and will not be served. */
  dropIncoming(): void {
    removeAll(this.folder, 'incoming');
    this.#dropParts();
  }

  #dropParts(): void {
    for (const name of readdirSync(this.folder)) if (isPart(name)) rmSync(join(this.folder, name));
  }
}

/** Names of releases: a number, and what stands in their feeds. Whatever else `current` leads to is none. */
const RELEASE = /^\d{1,10}-(?:signed|[0-9a-f]{8})$/;
const MOST_RELEASES = 1_000_000_000;

const FORMAT = 'tamizdat-mirror-1';

/** What `mirror.json` holds. */
interface CopyState {
  format: typeof FORMAT;
  fingerprint: string;
  base?: string;
}

function isCopyState(value: unknown): value is CopyState {
  if (typeof value !== 'object' || value === null) return false;
  const { format, fingerprint, base } = value as Record<string, unknown>;
  return (
    format === FORMAT &&
    typeof fingerprint === 'string' &&
    /^[0-9a-f]{64}$/.test(fingerprint) &&
    (base === undefined || isBaseAddress(base))
  );
}

const OURS = new Set(['current', 'releases', 'incoming', 'seen', 'lock']);

const isNoLink = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EINVAL';
