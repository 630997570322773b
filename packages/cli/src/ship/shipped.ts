import type { Report } from '@tamizdat/mirrors';
import type { ArchiveReport } from '@tamizdat/mirrors/archives';
import type { Verified } from './verify-mirrors.ts';

/** What is done, in this order. */
export type Step = 'check' | 'build' | 'release' | 'keep' | 'publish' | 'verify';

/**
 * How a run ended. `shipped`: all mirrors have the newest release, and were seen to; `nothing`: they had it before;
 * `incomplete`: some have not, or were not seen to; `stopped`: before anything was published; `busy`: another run is at
 * work; `planned`: a dry run that found something to do.
 */
export type Outcome = 'shipped' | 'nothing' | 'incomplete' | 'stopped' | 'busy' | 'planned';

/** Exit codes of `tamizdat ship`; 2 is for what was typed wrongly. */
export const EXITS: Readonly<Record<Outcome, number>> = {
  shipped: 0,
  planned: 0,
  stopped: 1,
  nothing: 3,
  incomplete: 4,
  busy: 5,
};

/** One mirror in a run. */
export interface ShippedMirror {
  name: string;
  kind: string;
  /** What publishing did; absent where it had been done, or others copy it. */
  report?: Report;
  /** What it was found to be; absent where it had been verified, was not published to, or others copy it. */
  seen?: Verified;
}

/** What a run did. */
export interface Shipped {
  outcome: Outcome;
  /** The step at which it stopped. */
  step?: Step;
  /** Steps that did something, or in a dry run would. */
  steps: Step[];
  /** The newest release; absent before the first, and where it is not known. */
  release?: {
    number: number;
    /** Files that it changed and took down, and whether its list of mirrors is held (SPEC 9.15), where this run made it. */
    made?: { changed: number; removed: number; isListHeld: boolean };
  };
  /** Where the state is kept; absent where no remote was named. */
  kept?: { branch: string; where: string } | 'before';
  mirrors: ShippedMirror[];
  /** Archive files that something was done with. */
  archives: ArchiveReport[];
}
