/** One rule a feed breaks. */
export interface Finding {
  /** The rule, by the W3C feed validator's name for it where it has one. */
  rule: string;
  /** The place, as a path of element names with their numbers from 1. */
  at: string;
  /** What stands there. */
  found: string;
}
