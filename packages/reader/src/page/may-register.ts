import { isShared } from './is-shared.ts';

/** Where the reader's no is remembered: the one thing that stays of it. */
export const OFF = 'tamizdat.reader';

/** Whether this is the page that is opened to delete everything. */
export const isPurge = (): boolean => location.search === '?purge';

/** Whether the reader said no. */
export const isRefused = (): boolean => localStorage.getItem(OFF) !== null;

/** Whether the browser can have one, and its reader did not say no. */
export function mayRegister(base: string): boolean {
  try {
    return 'serviceWorker' in navigator && !isShared(base) && !isRefused();
  } catch {
    // Storage is closed: so is the worker's.
    return false;
  }
}
