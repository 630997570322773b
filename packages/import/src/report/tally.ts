import { detachText } from '../article/detach-text.ts';
import { EXAMPLES, NOT_RUN_PLACES_MAX } from '../limits.ts';
import type { Reason, SourceItem } from '../record.ts';
import { count, type Counts } from '../convert/mend-text.ts';

/** Something that was not taken, by its key in the source. */
export interface LeftOut {
  key: string;
  title: string;
  detail?: string | undefined;
}

/** What was not run of one kind, and where. */
export interface NotRun {
  count: number;
  places: { where: string; written: string }[];
}

/** Counts everything that comes from a source: what is taken, and what is not and why. */
export class Tally {
  articles = 0;
  readonly leftOut = new Map<Reason, LeftOut[]>();
  readonly dropped: Counts = new Map();
  readonly converted: Counts = new Map();
  /** Templates in texts, by what they are. */
  readonly notRun = new Map<string, NotRun>();

  take(item: SourceItem): void {
    if ('article' in item) this.articles += 1;
    else if ('leftOut' in item) this.leaveOut(item.leftOut.reason, item.leftOut);
    else if ('notRun' in item) this.#noteNotRun(item.notRun);
    else if ('dropped' in item) count(this.dropped, item.dropped.what, item.dropped.count);
  }

  leaveOut(reason: Reason, { key, title, detail }: LeftOut): void {
    const others = this.leftOut.get(reason) ?? [];
    others.push({
      key: detachText(key),
      title: detachText(title.slice(0, 200)),
      ...(detail === undefined ? {} : { detail: detachText(detail) }),
    });
    this.leftOut.set(reason, others);
  }

  #noteNotRun({ what, where, written }: Extract<SourceItem, { notRun: unknown }>['notRun']): void {
    const known = this.notRun.get(what) ?? { count: 0, places: [] };
    known.count += 1;
    if (known.places.length < NOT_RUN_PLACES_MAX) known.places.push({ where, written });
    this.notRun.set(what, known);
  }

  /** For a report: how many and the first few, by reason. */
  reasons(): { reason: Reason; count: number; examples: LeftOut[] }[] {
    return [...this.leftOut]
      .map(([reason, all]) => ({ reason, count: all.length, examples: all.slice(0, EXAMPLES) }))
      .sort((a, b) => b.count - a.count);
  }
}
