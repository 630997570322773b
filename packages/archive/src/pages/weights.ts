import {
  BRIEF_FEED_BYTES,
  CHOICE_BYTES,
  FORM_BYTES,
  LIST_BYTES,
  LISTED_LINK_BYTES,
  OVERHEAD_BYTES,
  SETTINGS_BYTES,
  TAKE_ALONG_BYTES,
} from '../limits.ts';

/** How many gzipped bytes a file may have: sums of what is given. */
export interface WeightBudget {
  /** A fixed sum. */
  bytes: number;
  /** Plus the text of this element, gzipped alone. */
  text?: 'article' | 'main';
  /** Plus so much for each link in that element. */
  perLink?: number;
  /** Plus so much for each group of choices (`<fieldset>`) in that element. */
  perChoice?: number;
  /** Plus so much for each `<form>` in that element. */
  perForm?: number;
}

/** What a kind of page is weighed as. */
export interface Weight {
  /** What reports and tests call it. */
  called: string;
  /** Absent where any size is right: a full feed is as long as its stories. */
  budget?: WeightBudget;
}

const OVERHEAD: WeightBudget = { bytes: OVERHEAD_BYTES };
const ARTICLE: WeightBudget = {
  bytes: OVERHEAD_BYTES + TAKE_ALONG_BYTES,
  text: 'article',
  perChoice: CHOICE_BYTES,
  perForm: FORM_BYTES,
};
const LIST: WeightBudget = { bytes: LIST_BYTES };
const CLOSED_LIST: WeightBudget = {
  bytes: OVERHEAD_BYTES,
  text: 'main',
  perLink: LISTED_LINK_BYTES,
};
const TEXT: WeightBudget = { bytes: OVERHEAD_BYTES, text: 'main' };
const SETTINGS: WeightBudget = { bytes: OVERHEAD_BYTES + SETTINGS_BYTES, text: 'main' };
const READING: WeightBudget = { bytes: OVERHEAD_BYTES, text: 'article' };
const BRIEF: WeightBudget = { bytes: BRIEF_FEED_BYTES };

/** A page that is furniture alone. */
export const bare = (called: string): Weight => ({ called, budget: OVERHEAD });

/** An article, with the ways to give and to subscribe that may stand in it. */
export const article = (called: string): Weight => ({ called, budget: ARTICLE });

/** A list that is read often: a fixed sum. */
export const list = (called: string): Weight => ({ called, budget: LIST });

/** A list as long as its time was busy: its text, and so much for each link. */
export const closedList = (called: string): Weight => ({ called, budget: CLOSED_LIST });

/** A page of text without an `<article>`. */
export const text = (called: string): Weight => ({ called, budget: TEXT });

/** The settings of the readers' worker, with what they do. */
export const settings = (called: string): Weight => ({ called, budget: SETTINGS });

/** A text of the outlet's own. */
export const reading = (called: string): Weight => ({ called, budget: READING });

/** The feeds of an edition: one has to cross a connection that freezes. */
export const feed = (format: string | undefined): Weight =>
  format === 'brief.xml' ? { called: 'brief feed', budget: BRIEF } : { called: 'full feed' };
