/** Why the tree was not published. Nothing was changed, unless the message says so. */
export class PublishError extends Error {
  override name = 'PublishError';
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
