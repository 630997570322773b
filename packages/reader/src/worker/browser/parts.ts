import type { Reader, Shown } from '../answer/reader.ts';
import type { Upkeep } from './upkeep.ts';

/** What a page may learn of how it was answered, and its pictures' requests. */
export type PageNote =
  Pick<Shown, 'from' | 'base' | 'release' | 'isOld' | 'isUnchecked'> | { from: 'none' };

/** What answers to requests and messages share. */
export interface Parts {
  worker: ServiceWorkerGlobalScope;
  reader: Reader;
  /** By the browser's name for the page; the latest. */
  shown: Map<string, PageNote>;
  upkeep: Upkeep;
}
