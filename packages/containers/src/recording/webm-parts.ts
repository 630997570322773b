import type { Facts, Part } from '../part.ts';
import type { Word } from '../words.ts';
import { type Element, emptied } from './ebml.ts';

/** What is known of a file while its elements are walked. */
export interface Film {
  bytes: Buffer;
  facts: Facts;
  parts: number;
  /** The codings of the tracks that are picture or sound, by their numbers. */
  tracks: Map<number, string>;
  /** Whether a track goes, so that its blocks need no word of their own. */
  isTrackGone: boolean;
  /** Sides of the picture: coded, and as shown where that differs. */
  sides: Map<number, number>;
  coding: string;
}

/** An element that goes, and what it told. */
export const drop = (element: Element, tells: Word): Part => ({
  start: element.offset,
  end: element.end,
  tells,
  becomes: emptied(element),
});
