import type { InBoth } from '@tamizdat/problem';

/** What an image file holds. */
export interface ImageFacts {
  /** Size of the file. */
  bytes: number;
  /** `jpeg`, `png`, `webp`, `avif` or `gif`; empty when it is none of them. */
  format: string;
  /** Pixels as shown, after the orientation is applied; 0 when unknown. */
  width: number;
  height: number;
  /** What it says besides the picture, in words, for example `GPS position`. A colour profile is not listed. */
  metadata: string[];
  /** Why it cannot be published, as a sentence; absent when it can. */
  refused?: InBoth;
}
