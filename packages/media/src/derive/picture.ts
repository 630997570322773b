export interface PictureFile {
  /** `<first 20 hex digits of the SHA-256 of the file's bytes>.<ext>`. */
  name: string;
  /** Pixels. */
  width: number;
  height: number;
  /** Size of the file. */
  bytes: number;
}

/** What a page needs for one picture. */
export interface Picture {
  /** Of the fallback. */
  width: number;
  height: number;
  /** For `<source>`, best format first, files by ascending width. */
  sources: { type: string; files: PictureFile[] }[];
  /** For `<img>`. */
  fallback: PictureFile & { type: string };
}
