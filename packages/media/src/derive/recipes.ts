import { PHONE_WIDTH_MAX_BYTES } from '../limits.ts';

export interface Recipe {
  /** Widths of the AVIF files in pixels, ascending; none larger than the source is made. */
  avif: readonly number[];
  /** Width of the JPEG that every browser and feed reader can show. */
  jpeg: number;
  /** Width by height of the cut, around what draws the eye; without it the whole picture is kept. */
  crop?: { width: number; height: number };
  /** Bytes that the smallest AVIF may have at most. */
  smallestMaxBytes?: number;
}

/** What is made of a picture, by its place. */
export const RECIPES = {
  /** At the head of an article. The smallest is what phones take at any density: twice the pixels of 320. */
  lead: { avif: [640, 960], jpeg: 800, smallestMaxBytes: PHONE_WIDTH_MAX_BYTES },
  /** In the text. */
  inline: { avif: [400, 800], jpeg: 800, smallestMaxBytes: PHONE_WIDTH_MAX_BYTES },
  /** Front page and lists: a phone's third of a line, and twice that for dense screens. */
  thumb: { avif: [160, 320], jpeg: 320, crop: { width: 3, height: 2 } },
  /** An author. */
  portrait: { avif: [96, 192], jpeg: 192, crop: { width: 1, height: 1 } },
  /** Feed readers scale one picture themselves. */
  feed: { avif: [], jpeg: 800 },
  /** Inside a letter with whole articles: as wide as a letter, and light. */
  letter: { avif: [], jpeg: 600 },
  /** In a book of many articles, so that all of them have room. */
  book: { avif: [], jpeg: 360 },
  /** Before a video plays: loaded with the page, so no larger than it has to be. */
  poster: { avif: [], jpeg: 640 },
  /** Link previews: 1200 × 630 is what the networks' documentation asks for. */
  social: { avif: [], jpeg: 1200, crop: { width: 1200, height: 630 } },
} as const satisfies Record<string, Recipe>;

export type RecipeName = keyof typeof RECIPES;
