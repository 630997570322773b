import type { InBoth } from '@tamizdat/problem';

/** A source that nothing here reads, in both languages. */
export class SourceError extends Error {
  readonly both: InBoth;

  constructor(both: InBoth) {
    super(both.en);
    this.name = 'SourceError';
    this.both = both;
  }
}
