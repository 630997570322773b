/** Something stands on the way to a file that nobody of ours puts there: a link, or a file in a folder's place. */
export class ForeignFileError extends Error {
  override name = 'ForeignFileError';
  readonly code = 'foreign-link';
  /** What stands there. */
  readonly path: string;

  constructor(path: string) {
    super(`${path} is a link, or no folder: nothing is written or deleted behind it.`);
    this.path = path;
  }
}
