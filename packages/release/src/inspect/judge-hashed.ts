import { ReleaseError, type TreeFile } from '@tamizdat/verify';

/**
 * Judges a file by its size and hash (SPEC 4.4), where there is no base address that could be undone.
 * @throws ReleaseError `missing`, `file-mismatch`
 */
export function judgeHashed(
  { path, size, hash }: TreeFile,
  hashed: { size: number; hash: string } | undefined,
): void {
  if (hashed === undefined) throw new ReleaseError('missing', { at: path, expected: hash });
  if (hashed.size !== size)
    throw new ReleaseError('file-mismatch', {
      at: path,
      expected: `${size} bytes`,
      found: `${hashed.size} bytes`,
    });
  if (hashed.hash !== hash)
    throw new ReleaseError('file-mismatch', { at: path, expected: hash, found: hashed.hash });
}
