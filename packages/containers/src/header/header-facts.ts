/** What walking a file's header found. */
export interface HeaderFacts {
  /** Words for what it holds besides the picture. */
  metadata: Set<string>;
  /** TIFF-structured EXIF, without the container's prefix. */
  exif?: Buffer;
  /** Pixels as stored; absent where finding them is left to libvips. */
  size?: { width: number; height: number };
  animated: boolean;
  /** False when the file ends before its format says, or ends otherwise than the format says. */
  complete: boolean;
}

export function emptyHeader(): HeaderFacts {
  return { metadata: new Set(), animated: false, complete: true };
}
