import { BACKUPS_MAX } from '../limits.ts';

/** Where it is kept which file a text was made of: what was not saved may be taken up days later. */
const KEY = 'room-bases';

/**
 * Which file each text of a form is a change of, so that nobody's work is written over: a file that was
 * changed by others since it was read is not the one that the form knows.
 */
export class KnownTexts {
  private readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** What this page wrote last, by path: its own form knows of it. */
  private readonly written = new Map<string, string>();

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.storage = storage;
  }

  /** The mark of the file that a text was made of; of a text that the room did not make, its own. */
  baseOf(text: string): string {
    return new Map(this.bases()).get(markOf(text)) ?? markOf(text);
  }

  /** Remembers that `text` is a change of the file with the mark `base`. */
  remember(text: string, base: string): void {
    const mark = markOf(text);
    this.keep([...this.bases().filter(([known]) => known !== mark), [mark, base]]);
  }

  /** Whether `text` may take the place of what is at `path` now. */
  mayReplace(path: string, current: string, text: string): boolean {
    return this.baseOf(text) === markOf(current) || this.written.get(path) === current;
  }

  /** Remembers that `text` is now what is at `path`. */
  saved(path: string, text: string): void {
    this.written.set(path, text);
    this.keep(this.bases().filter(([known]) => known !== markOf(text)));
  }

  private bases(): [string, string][] {
    const kept: unknown = JSON.parse(this.storage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? (kept as [string, string][]) : [];
  }

  private keep(bases: readonly [string, string][]): void {
    this.storage.setItem(KEY, JSON.stringify(bases.slice(-BACKUPS_MAX)));
  }
}

/** Tells texts apart that were changed by chance, not by design: FNV-1a of 32 bits, and the length in code units. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}
