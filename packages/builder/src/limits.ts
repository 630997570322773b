/** Pages and pictures that a thread makes before it asks for more: few enough that all threads end together. */
export const TASKS_AT_ONCE = 20;

/** From this many pages and pictures on a further thread saves more than it costs to start: about a second of work. */
export const TASKS_FOR_THREADS = 1000;

/**
 * Portions under way at once in a thread: one of them of the search, as long as there is some of it. A thread waits for
 * Pagefind, which is a process of its own, most of the time that a tier takes, and renders pages meanwhile.
 */
export const HANDS = 2;
