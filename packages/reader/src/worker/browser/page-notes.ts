import { MAX_SHOWN } from '../../limits.ts';
import type { Shown } from '../answer/reader.ts';

/** What a page may learn of how it was answered. */
export type PageNote = Pick<Shown, 'from' | 'base' | 'isOld' | 'isUnchecked'> | { from: 'none' };

/** Remembers for a while how pages were answered, by the browser's name for the page. */
export class PageNotes {
  readonly #notes = new Map<string, PageNote>();

  set(client: string, note: PageNote): void {
    this.#notes.set(client, note);
    const [oldest = ''] = this.#notes.keys();
    if (this.#notes.size > MAX_SHOWN) this.#notes.delete(oldest);
  }

  get(client: string): PageNote | undefined {
    return this.#notes.get(client);
  }
}
