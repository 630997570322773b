import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive.ts';
import { findFile } from '../load/find-file.ts';
import { loadBody } from '../load/load-body.ts';

/** A record of the content whose Markdown stands in a file of its own. */
export type WithText = Parameters<typeof loadBody>[1];

/**
 * The files of a content folder for whoever makes something of them: each is asked of the door first, so that a door
 * that records knows what was read, and a page is stale when one of them is another.
 */
export class ContentFiles {
  /** The content folder, absolute: tells outlets apart. What lies in it is read here. */
  readonly root: string;
  readonly #door: Pick<Archive, 'file' | 'folder'> | undefined;

  /** @param door Absent where nobody asks afterwards what was read. */
  constructor(root: string, door?: Pick<Archive, 'file' | 'folder'>) {
    this.root = root;
    this.#door = door;
  }

  /** The same files, asked of another door. */
  through(door: Archive): ContentFiles {
    return new ContentFiles(this.root, door);
  }

  /**
   * The place on disk of a file, by a folder in the content and its name in either Unicode form; undefined where there is
   * none.
   */
  async find(folder: string, name: string): Promise<string | undefined> {
    await this.#door?.file(folder === '' ? name : `${folder}/${name}`);
    return findFile(this.root, folder, name);
  }

  /** The names in a folder, NFC. All files below it count as read. */
  async names(folder: string): Promise<string[]> {
    await this.#door?.folder(folder);
    return (await readdir(join(this.root, folder))).map((name) => name.normalize('NFC'));
  }

  /** The Markdown of an article, page or appeal. @throws ContentError where its file cannot be read */
  async text(record: WithText): Promise<string> {
    await this.#door?.file('folder' in record ? `${record.folder}/index.md` : record.file);
    return loadBody(this.root, record);
  }
}
