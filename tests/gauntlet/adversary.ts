import type { Behaviour, Protocol } from './hosts/host.ts';
import type { ReleaseName } from './hosts/serving.ts';

/** Whom a reader is up against. Each stands in a file of its own in `adversaries`. */
export interface Adversary {
  /** Its place in the gauntlet, from 1. */
  number: number;
  title: string;
  /** The ways in which it comes. */
  runs: readonly Run[];
}

/** Two articles of the outlet: one that the reader had open before, and one that came later. */
export type Article = 'known' | 'new';

/** What a reader has before them in the end. */
export type Outcome =
  /** The newest text that any source they can reach holds. */
  | 'newest'
  /** A genuine text that has been replaced since. */
  | 'old'
  /** An article that the outlet did not sign. */
  | 'forged'
  /** No article. */
  | 'nothing';

/** What is to come of each article that is opened, in this order. */
export type Outcomes = Partial<Record<Article, Outcome>>;

/** How an adversary comes, once. */
export interface Run {
  /** What tells it from the others of its adversary. */
  name?: string;
  /** What hosts speak; HTTP/2 where nothing is said. */
  protocol?: Protocol;
  /** Before the strike, all hosts serve this release, and the reader's clock stands so many days behind. */
  first?: { release?: ReleaseName; daysBehind?: number };
  /** What hosts that the strike does not touch serve; the newest release where nothing is said. */
  since?: ReleaseName;
  strike: Strike;
  /** With nothing but a browser, and with the worker. */
  plain: Outcomes;
  worker: Outcomes;
  /** Opened in the end, when all is well again: the new article, which is then to be the newest. */
  recovers?: true;
  /** Seconds until an article counts as not reached, where it takes more than usual. */
  patience?: number;
  /** The sentence that the worker is to say above a page that was kept, in both languages. */
  says?: 'old' | 'unchecked';
  /** Whether what the browser keeps by HTTP's rules is still there: it is the same day. */
  sameDay?: true;
  /** Whether the first article stays open until the browser has taken the script that the origin has now. */
  takesScript?: true;
  /** Whether the worker is to bring the pictures of the article too. */
  pictures?: true;
}

/** What is done. Hosts that are not named stay as they are. */
export interface Strike {
  origin?: Behaviour;
  /** All announced mirrors. */
  mirrors?: Behaviour;
  /** Single hosts by name; they outrank the two above. */
  hosts?: Readonly<Record<string, Behaviour>>;
  /** The mirror that this reader's worker asks first; without a worker it is the first. It outranks all others. */
  drawn?: Behaviour;
  /** Every other host too, those that nobody announced. */
  everyone?: Behaviour;
  /** Days by which the reader's clock is ahead; below 0 it is behind. */
  clockDays?: number;
  /** The reader's storage is full. */
  storage?: 'full';
  /** The reader's browser has no service workers. */
  workers?: 'none';
  /** A provider that counts connections. */
  provider?: 'counts';
  /** The reader asks this host by hand instead of the origin. */
  at?: string;
  /** The address of this host is pasted into the settings. */
  pasted?: string;
}

/** What comes of blocking the origin: nothing for a browser alone, everything for the worker. */
export const BLOCKED = {
  plain: { new: 'nothing', known: 'nothing' },
  worker: { new: 'newest', known: 'newest' },
} as const;
