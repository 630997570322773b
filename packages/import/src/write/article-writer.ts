import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPart, replaceFile } from '@tamizdat/files';
import { digestBytes, digestText } from '../article/import-id.ts';
import type { Place } from '../article/index-articles.ts';
import type { OwnPicture } from '../article/gather-pictures.ts';
import type { Entry, Journal } from './journal.ts';

/** How an article stands to what the source says now. */
export type State =
  | {
      is: 'unchanged' | 'update';
      /** When it came first. */
      at: string;
      /** Whether it was written with a former id in feeds. */
      hasFeedId: boolean;
    }
  | { is: 'kept' | 'differing'; at?: undefined }
  | { is: 'new'; at?: string };

/** Writes articles below a content folder: pictures first, so that an `index.md` never names one that is missing. */
export class ArticleWriter {
  readonly #root: string;
  readonly #journal: Journal;

  constructor(root: string, journal: Journal) {
    this.#root = root;
    this.#journal = journal;
  }

  /** @param source SHA-256 of what the source says of it now. */
  stateOf(key: string, { folder }: Place, source: string): State {
    const entry = this.#journal.entry(key);
    const there = this.#read(folder);
    if (entry === undefined) {
      // A run that was killed had written it, and not noted.
      const at = there === undefined ? undefined : /^ {2}at: "([^"\n]{10,40})"$/m.exec(there)?.[1];
      return at === undefined ? { is: 'new' } : { is: 'new', at };
    }
    const isTouched = there === undefined || digestText(there) !== entry.written;
    if (isTouched) return { is: entry.source === source ? 'kept' : 'differing' };
    const is = entry.source === source ? 'unchanged' : 'update';
    return { is, at: entry.at, hasFeedId: /^feedId: /m.test(there) };
  }

  /** Writes an article, or says that somebody’s own file stands in its place. Throws errors of the file system. */
  write(
    text: string,
    pictures: readonly OwnPicture[],
    { folder, id }: Place,
    entry: Pick<Entry, 'key' | 'source' | 'at'>,
  ): 'written' | 'same' | 'differing' {
    const there = this.#read(folder);
    const known = this.#journal.entry(entry.key);
    if (there !== undefined && known === undefined && there !== text) return 'differing';
    this.#dropParts(folder);
    const written: Record<string, string> = {};
    for (const { name, bytes } of pictures) {
      this.#place(`${folder}/${name}`, bytes, known?.pictures[name]);
      written[name] = digestBytes(bytes);
    }
    const file = join(this.#root, folder, 'index.md');
    if (there !== text) replaceFile(this.#root, file, text);
    this.#journal.add({ ...entry, id, folder, written: digestText(text), pictures: written });
    return there === text ? 'same' : 'written';
  }

  /** A picture that somebody put in the place of ours stays. */
  #place(file: string, bytes: Uint8Array, ours: string | undefined): void {
    const path = join(this.#root, file);
    const there = existsSync(path) ? readFileSync(path) : undefined;
    if (there?.equals(bytes) || (there !== undefined && digestBytes(there) !== ours)) return;
    replaceFile(this.#root, path, bytes);
  }

  /** Half a file of a run that was killed. */
  #dropParts(folder: string): void {
    const path = join(this.#root, folder);
    const names = existsSync(path) ? readdirSync(path) : [];
    for (const name of names.filter(isPart)) rmSync(join(path, name), { force: true });
  }

  #read(folder: string): string | undefined {
    try {
      return readFileSync(join(this.#root, folder, 'index.md'), 'utf8');
    } catch {
      return undefined;
    }
  }
}
