import type { Reader } from '../answer/reader.ts';
import type { PageNotes } from './page-notes.ts';
import type { Upkeep } from './upkeep.ts';

/** What answers to requests and messages share. */
export interface Parts {
  worker: ServiceWorkerGlobalScope;
  reader: Reader;
  shown: PageNotes;
  upkeep: Upkeep;
}
