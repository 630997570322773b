/** Pages and pictures that a thread makes before it asks for more: few enough that all threads end together. */
export const TASKS_AT_ONCE = 20;

/** From this many pages and pictures on a further thread saves more than it costs to start: about a second of work. */
export const TASKS_FOR_THREADS = 1000;

/** Portions under way at once in the thread that a build runs in: Pagefind and the disk let it wait. */
export const PARALLEL_HERE = 2;
