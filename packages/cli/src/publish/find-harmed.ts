import { existsSync } from 'node:fs';
import { labelUnder } from '@tamizdat/article-schema';
import type { MirrorTarget, Report } from '@tamizdat/mirrors';
import { timelineOf, WatchHistory } from '@tamizdat/mirrors/watch';

/** What `tamizdat watch` wrote down of mirrors that have lost something, and what became of it. */
export interface Harmed {
  /** Whether files were missing or different at the last look, and nothing was mended since. */
  has: (target: MirrorTarget) => boolean;
  /** Writes down which mirrors were compared with the release and mended. */
  noteRepairs: (reports: readonly Report[], now: number) => void;
}

/** Reads the history of `tamizdat watch`. One that is missing, or cannot be read, says nothing of any mirror. */
export function findHarmed(file: string, targets: readonly MirrorTarget[]): Harmed {
  const timelines = new Map(
    targets.flatMap((target): [string, string][] => {
      const { name, base } = target;
      return base === null
        ? []
        : [
            [
              name,
              timelineOf({ name: watchedName(target, base), base, isReserve: target.reserve }),
            ],
          ];
    }),
  );
  const withHistory = <Result>(work: (history: WatchHistory) => Result): Result | undefined => {
    if (!existsSync(file)) return undefined;
    let history: WatchHistory | undefined;
    try {
      history = new WatchHistory(file);
      return work(history);
    } catch {
      return undefined;
    } finally {
      history?.close();
    }
  };
  const harmed = withHistory(
    (history) =>
      new Set([...timelines].filter(([, at]) => history.needsRepair(at)).map(([name]) => name)),
  );
  return {
    has: ({ name }) => harmed?.has(name) === true,
    noteRepairs: (reports, now) => {
      withHistory((history) => {
        for (const { name, published } of reports) {
          const timeline = timelines.get(name);
          if (timeline !== undefined && published !== undefined) history.noteRepair(timeline, now);
        }
      });
    },
  };
}

/** The first name of a wildcard stands for its folder: all names show the same files. */
function watchedName({ name, wildcard }: MirrorTarget, base: string): string {
  const label = wildcard === undefined ? undefined : labelUnder(wildcard, base);
  return label === undefined ? name : `${name}/${label}`;
}
