/** Where the reader's no is remembered: the one thing that stays of it. */
export const OFF = 'tamizdat.reader';

/**
 * Addresses at which many sites share one origin, so that a worker of one would stand beside those of others: gateways
 * that name a site by its path, and stores that name a bucket so.
 */
const SHARED =
  /\/ip[fn]s\/|^https?:\/\/(?:s3[.-][\w.-]*\.?amazonaws\.com(?:\.cn)?|storage\.googleapis\.com|storage\.yandexcloud\.net|[\w-]+\.digitaloceanspaces\.com|s3\.[\w.-]+|[\w-]+\.r2\.cloudflarestorage\.com)(?::\d+)?\//;

/** Whether a site at this base address may have a worker. */
export const isShared = (base: string): boolean => SHARED.test(base);

/** Whether the browser can have one, and its reader did not say no. */
export function mayRegister(base: string): boolean {
  try {
    return 'serviceWorker' in navigator && !isShared(base) && localStorage.getItem(OFF) === null;
  } catch {
    // Storage is closed: so is the worker's.
    return false;
  }
}
