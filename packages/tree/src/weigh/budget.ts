/**
 * How many gzipped bytes a file may have; sums of what is given. What the table of pages says (`WeightBudget` of the
 * archive) has this form, and neither package knows the other: types hold them together where a budget is handed over.
 */
export interface Budget {
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

/** What a file is weighed as: files called the same are one kind. */
export interface WeighedAs {
  called: string;
  /** Where the kind is shown, the lowest first. */
  place: number;
  /** Absent where any size is right. */
  budget?: Budget;
}

/** Says what the file at a tree path is weighed as, undefined for files that are not weighed. */
export type WeightOf = (path: string) => WeighedAs | undefined;
