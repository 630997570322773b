/** Pages and pictures that a thread makes before it asks for more: few enough that all threads end together. */
export const TASKS_AT_ONCE = 20;

/** From this many articles on a second thread saves more than it costs to start (about a second of work). */
export const ARTICLES_FOR_THREADS = 50;
