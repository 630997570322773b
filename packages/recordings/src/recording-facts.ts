import type { RecordingFormat } from '@tamizdat/containers';
import type { InBoth } from '@tamizdat/problem';

/** What an audio or video file holds. */
export interface RecordingFacts {
  /** Empty when it is none of them. */
  format: RecordingFormat | '';
  /** A picture that moves makes a video. */
  kind: 'audio' | 'video';
  /** Pixels as shown; 0 for audio. */
  width: number;
  height: number;
  /** Whether there is something to hear. */
  sound: boolean;
  /** How long it plays; absent where the container does not say. */
  seconds?: number;
  /** What it says besides sound and picture, in words, for example `GPS position`; each once, sorted. */
  metadata: string[];
  /** Why it cannot be published, as a sentence; absent when it can. */
  refused?: InBoth;
}
