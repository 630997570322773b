import type { MirrorTarget } from '../kinds/place.ts';

/** An archive for IPFS. */
export interface CarPlace {
  kind: 'car';
  /** The file to be written, a whole path. */
  file: string;
}

/** A torrent of a zip archive. */
export interface TorrentPlace {
  kind: 'torrent';
  /** The .torrent file to be written, a whole path. The archives stand beside it. */
  file: string;
  /** The mirrors that hold the archive, so that it can be had while nobody else shares it. */
  seeds: readonly MirrorTarget[];
  /** Addresses of trackers; none unless the outlet names some. */
  trackers: readonly string[];
}

/** Where a whole release is written as one file, by kind. */
export type ArchivePlace = CarPlace | TorrentPlace;

/** An archive that may be made. */
export interface ArchiveTarget {
  name: string;
  place: ArchivePlace;
  /** Whether it was asked for. Otherwise it is made anew only where it holds what was taken down since. */
  named: boolean;
}
