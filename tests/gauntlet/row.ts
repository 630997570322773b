import type { Article, Outcome } from './adversary.ts';
import type { Protocol } from './hosts/host.ts';
import type { Traffic } from './hosts/world.ts';

/** With nothing but a browser, or with the outlet's service worker. */
export type Column = 'plain' | 'worker';

/** What came of opening one article, and what it cost. */
export interface Measured extends Traffic {
  article: Article;
  outcome: Outcome;
  expected: Outcome;
  /** Milliseconds from the address to the whole text. */
  readableMs: number | undefined;
  pictures: { shown: number; all: number };
  /** Milliseconds from the text to the last picture; undefined where one never came. */
  picturesMs?: number | undefined;
}

/** One run of an adversary in one column. */
export interface Row {
  number: number;
  title: string;
  run: string | undefined;
  protocol: Protocol;
  column: Column;
  opened: Measured[];
  /** The new article in the end, when all was well again. */
  recovered: Measured | undefined;
  /** Everything that was not as it should be; empty where all was. */
  faults: string[];
}
