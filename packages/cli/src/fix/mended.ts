/** Something that was mended. */
export interface Mended {
  /** The file or folder, absolute, as it is called now. */
  file: string;
  /** What a renamed folder was called, absolute. */
  from?: string;
  /** What was done, in words. */
  what: string;
}
