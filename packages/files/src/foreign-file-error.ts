/** Something stands on the way to a file that nobody of ours puts there: a link, or a file in a folder's place. */
export class ForeignFileError extends Error {
  override name = 'ForeignFileError';
  readonly code = 'foreign-link';
  readonly en: string;
  readonly ru: string;
  /** What stands there. */
  readonly path: string;

  constructor(path: string) {
    const en = `${path} is a link, or no folder: nothing is written or deleted behind it.`;
    super(en);
    this.en = en;
    this.ru = `${path} — ссылка или не папка: за ней ничего не пишут и не удаляют.`;
    this.path = path;
  }
}
