import { join, dirname, basename } from 'node:path';
import { hashBytes } from '../../kinds/check-outgoing.ts';
import type { MirrorTarget } from '../../kinds/place.ts';
import type { Outgoing, Store } from '../../kinds/store.ts';
import { hashFile } from '../../pull/hash-file.ts';
import type { TorrentPlace } from '../archive-place.ts';
import { type MadeTorrent, SEED_FOLDER } from './make-torrent.ts';

/** What a mirror was sent for a torrent. */
export interface Seeded {
  /** Files and bytes; none where it had them. */
  sent: number;
  bytes: number;
  deleted: number;
}

/**
 * Puts the archive of a torrent and then the torrent itself on a mirror, and deletes there what is to go. A mirror
 * that has the torrent has the archive: that is asked first.
 * @throws MirrorError
 */
export async function seedMirror(
  store: Store,
  place: TorrentPlace,
  made: MadeTorrent,
): Promise<Seeded> {
  const { leaving, size } = made.note;
  const torrent = torrentFile(place, made);
  const found = await store.read(torrent.path, made.torrent.length);
  const isThere = found !== undefined && hashBytes(found) === torrent.hash;
  if (!isThere) {
    await store.put([archiveFile(place, made)]);
    await store.put([torrent]);
  }
  if (leaving.length > 0) await store.remove(leaving.map((name) => `${SEED_FOLDER}/${name}`));
  const deleted = leaving.length;
  return isThere
    ? { sent: 0, bytes: 0, deleted }
    : { sent: 2, bytes: size + made.torrent.length, deleted };
}

/** The archive's name says which bytes it holds. */
function archiveFile({ file }: TorrentPlace, { archive }: MadeTorrent): Outgoing {
  const content = join(dirname(file), archive);
  return {
    path: `${SEED_FOLDER}/${archive}`,
    type: 'application/zip',
    cache: 'public, max-age=31536000, immutable',
    compressible: false,
    hash: hashFile(content),
    content: { file: content },
  };
}

function torrentFile({ file }: TorrentPlace, { torrent }: MadeTorrent): Outgoing {
  return {
    path: `${SEED_FOLDER}/${basename(file)}`,
    type: 'application/x-bittorrent',
    cache: 'no-store',
    compressible: false,
    hash: hashBytes(torrent),
    content: { bytes: torrent },
  };
}

/** Where a mirror shows the newest torrent. */
export const torrentAddress = ({ base }: Pick<MirrorTarget, 'base'>, file: string): string =>
  `${base ?? ''}${SEED_FOLDER}/${basename(file)}`;
