/** Why something could not be done. Nothing was changed, unless the message says so. */
export class ToldError extends Error {
  override name = 'ToldError';
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
