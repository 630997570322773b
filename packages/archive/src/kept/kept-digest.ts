import { isStamp } from '@tamizdat/files';

/** What a file was when it was read: its path, its stamp, whether that alone tells its bytes, and their SHA-256 (hex). */
export type KeptDigest = [path: string, stamp: string, isSettled: boolean, digest: string];

/** Whether what a stranger may have written has that form. */
export function isKeptDigest(value: unknown): value is KeptDigest {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [path, stamp, isSettled, digest] = value as unknown[];
  return (
    typeof path === 'string' &&
    isStamp(stamp) &&
    typeof isSettled === 'boolean' &&
    typeof digest === 'string' &&
    /^[0-9a-f]{64}$/.test(digest)
  );
}
