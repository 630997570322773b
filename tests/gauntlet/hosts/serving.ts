/** Which state of the outlet's site: what a reader saw first, what came since, what stood there last month. */
export type ReleaseName =
  'month-old' | 'former' | 'newest' | 'moved' | 'former-of-ten' | 'newest-of-ten';

/** What a host answers with. */
export type Serving =
  | { kind: 'site'; release: ReleaseName }
  /** A page of its own for every address. */
  | { kind: 'block-page'; status: 200 | 403 | 451 | 511 }
  /** Sends everybody to another host's page. */
  | { kind: 'redirect'; to: string }
  /** The first half of every body, with a status and a length that are right for it. */
  | { kind: 'cut'; release: ReleaseName }
  /** Every page with one word altered; all else as signed. */
  | { kind: 'altered-word'; release: ReleaseName }
  /** Pages of one release, everything else of another. */
  | { kind: 'two-releases'; pages: ReleaseName; rest: ReleaseName }
  /** A cache that still holds the former head before the newest pages. */
  | { kind: 'lagging'; head: ReleaseName; rest: ReleaseName }
  /** The head and the nodes, no page and no file by its hash. */
  | { kind: 'head-alone'; release: ReleaseName }
  /** Falls silent for good once a page has been sent. */
  | { kind: 'dies-after-page'; release: ReleaseName }
  /** Pages as signed, every other file of more than 8 KB with one byte altered, in any piece that holds its middle. */
  | { kind: 'poisoned-pieces'; release: ReleaseName }
  /** Another site under the outlet's name, and what it does with the worker's script. */
  | {
      kind: 'seized';
      release: ReleaseName;
      script: 'left' | 'altered' | 'missing' | 'clear-site-data';
    }
  | { kind: 'empty' };
