/** Problems shown on a page of the preview: more than anyone mends at once, and no page of 10,000 after a wrong paste. */
export const PROBLEMS_SHOWN = 50;

/** How long saves may follow each other before the content is read again, in milliseconds. */
export const SETTLE_MS = 50;
