import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isMissing } from '@tamizdat/files';
import {
  COMPARED_BYTES,
  COMPARED_FILES,
  MAX_LIST_BYTES,
  STORE_CONNECT_S,
  STORE_SILENCE_S,
} from '../limits.ts';
import { isReleaseName } from '../publish/packed-names.ts';
import { hashFile } from '../pull/hash-file.ts';
import { ensureHash, goneFrom, hashBytes, readOutgoing, sizeOf } from './check-outgoing.ts';
import { explainRclone, listErrors } from './rclone-faults.ts';
import { type Answer, runCommand } from './run-command.ts';
import type { Outgoing, Store } from './store.ts';

export interface RclonePlace {
  /** `name:path` as rclone takes it. */
  remote: string;
  /** Store pages, feeds and JSON compressed, where the store keeps `Content-Encoding`. */
  compress: boolean;
}

/** What goes for every call: no question, our own tries, and no listing where names are known. */
const SETTINGS = [
  '--ask-password=false',
  `--contimeout=${STORE_CONNECT_S}s`,
  '--retries=1',
  '--low-level-retries=3',
  '--no-traverse',
  '--s3-no-check-bucket',
];

/** Any store that rclone knows. Files are put by name: nothing is listed. */
export class RcloneStore implements Store {
  readonly features = { headers: true, atomic: false };
  readonly #place: RclonePlace;
  readonly #remote: string;
  readonly #work: string;
  readonly #stage: string;
  readonly #silence: string;
  #keepsHeaders: boolean | undefined;

  /**
   * @param work A folder for files on their way.
   * @param silence Seconds without a byte after which a connection is given up.
   */
  constructor(place: RclonePlace, work: string, silence = STORE_SILENCE_S) {
    this.#place = place;
    // With a slash rclone takes it for a folder; without, it asks the store first whether it is a file.
    this.#remote = /[:/]$/.test(place.remote) ? place.remote : `${place.remote}/`;
    this.#work = work;
    this.#stage = join(work, 'stage');
    this.#silence = `--timeout=${silence}s`;
  }

  async read(path: string, limit: number) {
    // A file of the list is asked for by its name, once: without the flag rclone looks first and reads then.
    const args = ['cat', this.#remote, '--files-from-raw=-', '--s3-no-head-object'];
    const most = this.#place.compress ? limit + GZIP_BYTES : limit;
    const answer = await this.#rclone(args, { input: `${path}\n`, limit: most });
    const { code, stdout, stderr } = answer;
    if (stdout.length === 0 && (code === 0 || isMissingThere(answer))) return undefined;
    if (code !== 0 && stdout.length <= most) throw explainRclone(stderr);
    return this.#place.compress ? unpack(stdout, limit) : stdout;
  }

  async list(): Promise<string[]> {
    const args = ['lsf', `${this.#remote}release/`, '--recursive', '--files-only', '--fast-list'];
    const answer = await this.#rclone(args, { limit: MAX_LIST_BYTES });
    const { code, stdout, stderr } = answer;
    if (code !== 0 && stdout.length <= MAX_LIST_BYTES && !isMissingThere(answer))
      throw explainRclone(stderr);
    return [...linesOf(new TextDecoder().decode(stdout))];
  }

  /** Fetches them, some at once: what stores say of their files is of many sorts, and true of few. */
  async differing(files: readonly Outgoing[]): Promise<Outgoing[]> {
    const found: Outgoing[] = [];
    for (const batch of inBatches(files)) found.push(...(await this.#compare(batch)));
    return found;
  }

  async #compare(files: readonly Outgoing[]): Promise<Outgoing[]> {
    const [folder, list] = [join(this.#work, 'compared'), listPaths(files)];
    rmSync(folder, { recursive: true, force: true });
    const most = files.reduce((sum, { content }) => sum + sizeOf(content) + GZIP_BYTES, GZIP_BYTES);
    const bounds = [`--max-transfer=${most}B`, '--cutoff-mode=hard'];
    const args = ['copy', this.#remote, folder, '--files-from-raw=-', ...bounds];
    try {
      const { code, stderr } = await this.#rclone(args, { input: list });
      if (code !== 0 && code !== TOO_MUCH) explainCompared(stderr);
      return files.filter((file) => !this.#isSame(join(folder, file.path), file));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  #isSame(fetched: string, { content, hash }: Outgoing): boolean {
    if (lstatSync(fetched, { throwIfNoEntry: false })?.isFile() !== true) return false;
    if (hashFile(fetched) === hash) return true;
    if (!this.#place.compress) return false;
    return hashBytes(unpack(new Uint8Array(readFileSync(fetched)), sizeOf(content))) === hash;
  }

  /** Files of one sort go together, because headers are given once for each call. */
  async put(files: readonly Outgoing[]): Promise<void> {
    const keeps = await this.#learnHeaders();
    const groups = Map.groupBy(files, (file) => (keeps ? this.#headersOf(file).join('\n') : ''));
    for (const group of groups.values()) await this.#putGroup(group, keeps);
  }

  async #putGroup(files: readonly Outgoing[], keeps: boolean): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    rmSync(this.#stage, { recursive: true, force: true });
    for (const file of files) this.#stageFile(file, keeps);
    const headers = keeps
      ? this.#headersOf(first).map((header) => `--header-upload=${header}`)
      : [];
    const args = ['copy', this.#stage, this.#remote, '--files-from-raw=-', '--no-check-dest'];
    const input = listPaths(files);
    const { code, stderr } = await this.#rclone([...args, ...headers], { input });
    rmSync(this.#stage, { recursive: true, force: true });
    if (code !== 0) throw explainRclone(stderr);
  }

  async remove(paths: readonly string[]): Promise<void> {
    const args = ['delete', this.#remote, '--files-from-raw=-'];
    const list = paths.map((path) => `${path}\n`).join('');
    const answer = await this.#rclone(args, { input: list });
    if (answer.code !== 0 && !isMissingThere(answer)) throw explainRclone(answer.stderr);
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    rmSync(this.#stage, { recursive: true, force: true });
    return Promise.resolve();
  }

  /** Whether the store keeps a file's headers: asked of rclone itself, not of the store. */
  async #learnHeaders(): Promise<boolean> {
    if (this.#keepsHeaders !== undefined) return this.#keepsHeaders;
    const { code, stdout, stderr } = await this.#rclone(['backend', 'features', this.#remote]);
    if (code !== 0) throw explainRclone(stderr);
    const said = JSON.parse(new TextDecoder().decode(stdout)) as {
      Features?: { WriteMimeType?: boolean };
    };
    return (this.#keepsHeaders = said.Features?.WriteMimeType === true);
  }

  #headersOf({ type, cache, compressible }: Outgoing): string[] {
    const packed = this.#place.compress && compressible ? ['Content-Encoding: gzip'] : [];
    return [`Content-Type: ${type}`, `Cache-Control: ${cache}`, ...packed];
  }

  /** Puts a file where rclone finds it: a link holds the bytes fast that were looked at. */
  #stageFile(file: Outgoing, keeps: boolean): void {
    const staged = join(this.#stage, file.path);
    mkdirSync(dirname(staged), { recursive: true });
    const { content } = file;
    if (keeps && this.#place.compress && file.compressible) {
      const bytes = 'bytes' in content ? content.bytes : readOutgoing(content.file, file.path);
      ensureHash(file, hashBytes(bytes));
      writeFileSync(staged, gzipSync(bytes, { level: 9 }));
      return;
    }
    if ('bytes' in content) writeFileSync(staged, content.bytes);
    else hold(content.file, staged, file.path);
    ensureHash(file, hashFile(staged));
  }

  #rclone(args: readonly string[], more: { input?: string; limit?: number } = {}): Promise<Answer> {
    return runCommand({
      program: 'rclone',
      args: [...args, ...SETTINGS, this.#silence],
      install: {
        en: 'Install it: apt install rclone (Debian, Ubuntu), brew install rclone (macOS).',
        ru: 'Установите её: apt install rclone (Debian, Ubuntu), brew install rclone (macOS).',
      },
      ...more,
    });
  }
}

/** Lines that are names of a release: a store may name millions of others. What follows the last end may be half of one. */
function* linesOf(text: string): Generator<string> {
  for (let at = 0, end; (end = text.indexOf('\n', at)) !== -1; at = end + 1) {
    const line = text.slice(at, end);
    if (isReleaseName(line)) yield line;
  }
}

const listPaths = (files: readonly Outgoing[]): string =>
  files.map(({ path }) => `${path}\n`).join('');

/** Rclone's exit code where a bound of a transfer was reached: the store gives more than there should be. */
const TOO_MUCH = 8;

/** A file that cannot be had as the store says it is counts as different. @throws MirrorError for anything else */
function explainCompared(stderr: string): void {
  const fault = explainRclone(stderr);
  if (!['store-altered', 'store-lost'].includes(fault.code)) throw fault;
}

function* inBatches(files: readonly Outgoing[]): Generator<Outgoing[]> {
  let [batch, bytes]: [Outgoing[], number] = [[], 0];
  for (const file of files) {
    batch.push(file);
    bytes += sizeOf(file.content);
    if (batch.length < COMPARED_FILES && bytes < COMPARED_BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** Rclone's exit codes where there is no such folder or file. What it prints may be a store's own words. */
const NOT_THERE = new Set([3, 4]);

/** A bucket that is read without a look first says it in a way that gets no exit code of its own. */
const isMissingThere = ({ code, stderr }: Answer): boolean =>
  NOT_THERE.has(code) || listErrors(stderr).some((line) => /^ERROR : .*\bNoSuchKey: /.test(line));

/** Bytes by which gzip can make a file longer: its header and end, and five for each 16 KB that do not shrink. */
const GZIP_BYTES = 1_024;

/** What a store gives that keeps it compressed; as it is where it was unpacked on the way, or is something else. */
function unpack(bytes: Uint8Array<ArrayBuffer>, limit: number): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: limit + 1 }));
  } catch {
    return bytes;
  }
}

function hold(file: string, staged: string, path: string): void {
  try {
    linkSync(file, staged);
  } catch (error) {
    if (isMissing(error)) throw goneFrom(path);
    copyFileSync(file, staged);
  }
}
