import type { InBoth } from './in-both.ts';

/** What an audio or video file holds. */
export interface RecordingFacts {
  /** Empty when it is none of them. */
  format: 'mp3' | 'mp4' | 'ogg' | 'webm' | '';
  /** A picture that moves makes a video. */
  kind: 'audio' | 'video';
  /** Pixels as shown; 0 for audio. */
  width: number;
  height: number;
  /** Whether there is something to hear. */
  sound: boolean;
  /** What it says besides sound and picture, in words, for example `GPS position`; each once, sorted. */
  metadata: string[];
  /** Why it cannot be published, as a sentence; absent when it can. */
  refused?: InBoth;
}

/** What a format's walk found. */
export type Walked = Omit<RecordingFacts, 'format' | 'metadata' | 'kind'> & {
  metadata: Set<string>;
};

export function emptyWalk(): Walked {
  return { width: 0, height: 0, sound: false, metadata: new Set() };
}

/** What stands where the format knows nothing to stand; it could be anything. */
export const UNREADABLE = 'unreadable data';
