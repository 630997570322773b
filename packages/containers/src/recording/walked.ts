import type { InBoth } from '../in-both.ts';

/** What the walk of a recording found. */
export interface Walked {
  /** Pixels as shown; 0 for audio. */
  width: number;
  height: number;
  /** Whether there is something to hear. */
  sound: boolean;
  /** What it says besides sound and picture, in words, for example `GPS position`. */
  metadata: Set<string>;
  /** Why it cannot be published, as a sentence; absent when it can. */
  refused?: InBoth;
}

export function emptyWalk(): Walked {
  return { width: 0, height: 0, sound: false, metadata: new Set() };
}

/** What stands where the format knows nothing to stand; it could be anything. */
export const UNREADABLE = 'unreadable data';
