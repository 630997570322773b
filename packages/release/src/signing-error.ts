/** Why a release could not be made, or a key not used. Nothing was changed, unless the message says so. */
export class SigningError extends Error {
  override name = 'SigningError';
  /** Permanent name, kebab-case. */
  readonly code: string;
  /** What to do. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string) {
    super(`${code}: ${message}\n  ${remedy}`);
    this.code = code;
    this.remedy = remedy;
  }
}
