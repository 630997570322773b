export interface BuildOptions {
  /** Folder of the content, absolute. */
  content: string;
  /** Folder the finished tree is written to, absolute. */
  out: string;
  /** Folder of what a build remembers, absolute. */
  state: string;
  /** Folder of the kept derivatives of images, absolute. */
  media: string;
  /** The clock is computed for this moment; RFC 3339. */
  now: string;
  /** Show drafts and what is yet to come, marked. */
  preview: boolean;
  /** Build anew even if nothing changed. */
  force: boolean;
}
