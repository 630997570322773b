import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '@tamizdat/files';

/** What an import wrote of one article. */
export interface Entry {
  key: string;
  id: string;
  /** Folder of the content. */
  folder: string;
  /** SHA-256 of what the source and the map said of it. */
  source: string;
  /** SHA-256 of the `index.md` that was written. */
  written: string;
  /** SHA-256 of the pictures that were written beside it, by name. */
  pictures: Record<string, string>;
  /** RFC 3339: when it came first. */
  at: string;
}

/** Of an article of an archive: others may count their articles from one, too. */
export const journalKey = (from: string, key: string): string => `${from}\n${key}`;

/**
 * What was written, one line an article, the last line of a key counts. It lies in the outlet's state, beside the content
 * and outside every tree: it says which files nobody has touched since. Without it nothing is lost but that knowledge.
 */
export class Journal {
  readonly #file: string;
  readonly #entries = new Map<string, Entry>();

  /** @param folder Is made where it is missing. */
  constructor(folder: string) {
    makeFolder(folder);
    this.#file = join(folder, 'journal.jsonl');
    if (!existsSync(this.#file)) return;
    const text = readFileSync(this.#file, 'utf8');
    for (const line of text.split('\n')) this.#take(line);
    // A run that was killed may have left half a line.
    if (text !== '' && !text.endsWith('\n')) appendFileSync(this.#file, '\n');
  }

  #take(line: string): void {
    try {
      const entry = JSON.parse(line) as Partial<Entry>;
      const { key, id, folder, source, written, pictures, at } = entry;
      if (!key || !id || !folder || !source || !written || !at) return;
      this.#entries.set(key, { key, id, folder, source, written, pictures: pictures ?? {}, at });
    } catch {
      // The end of a run that was killed: its article is found on disk.
    }
  }

  entry(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  folders(): string[] {
    return [...this.#entries.values()].map(({ folder }) => folder);
  }

  add(entry: Entry): void {
    this.#entries.set(entry.key, entry);
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }
}
