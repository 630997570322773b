/** Permanent names of what verification refuses (SPEC, sections 9 and 10). */
export type ReleaseErrorCode =
  | 'bad-bundle'
  | 'bad-metadata'
  | 'bad-mirrors'
  | 'bad-node'
  | 'bad-path'
  | 'bad-release'
  | 'file-mismatch'
  | 'hash-mismatch'
  | 'missing'
  | 'node-mismatch'
  | 'not-canonical'
  | 'not-in-tree'
  | 'path-collision'
  | 'piece-mismatch'
  | 'rollback'
  | 'root-gap'
  | 'stale'
  | 'threshold'
  | 'too-large'
  | 'version-mismatch'
  | 'wrong-publisher';

/** Where a check failed, what it wanted, and what it found: short enough for a browser, `explainError` says the rest. */
export interface ReleaseErrorDetail {
  /** A role, a path, a file in `release/`, or a hash. */
  at?: string;
  expected?: string | number;
  found?: string | number;
}

/** A release, or a part of it, that is not what was signed. */
export class ReleaseError extends Error {
  override name = 'ReleaseError';
  readonly code: ReleaseErrorCode;
  readonly detail: ReleaseErrorDetail;

  constructor(code: ReleaseErrorCode, detail: ReleaseErrorDetail = {}) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.code = code;
    this.detail = detail;
  }
}
