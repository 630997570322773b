import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PUBLIC, readPlain, writeWhole } from '@tamizdat/files';
import { explainFileFault } from '../../kinds/file-faults.ts';
import type { MirrorTarget } from '../../kinds/place.ts';
import type { LocalRelease } from '../../publish/local-release.ts';
import { MAX_TORRENT_BYTES } from '../../limits.ts';
import {
  type ArchiveNote,
  listArchives,
  mayHoldTakenDown,
  readNote,
  sizeOf,
  writeNote,
} from '../archive-note.ts';
import type { TorrentPlace } from '../archive-place.ts';
import { withPart } from '../part-file.ts';
import { listReleased } from '../released-files.ts';
import { buildTorrent } from './build-torrent.ts';
import { hashPieces } from './hash-pieces.ts';
import { writeZip } from './write-zip.ts';

/** Where archives stand on a mirror: in `release/`, which no path of a tree can be in (SPEC 2.5, 11.5). */
export const SEED_FOLDER = 'release/archives';

/** What is in a torrent's place. */
export interface MadeTorrent {
  made: boolean;
  note: ArchiveNote;
  /** The bytes of the .torrent file. */
  torrent: Uint8Array;
  /** The zip archive that it speaks of. */
  archive: string;
}

/**
 * What makes a torrent another one: the release, and where it can be had. A timestamp that was signed again does not,
 * because everybody who shares the archive would have to begin anew.
 */
export function sourceOf({ file, seeds, trackers }: TorrentPlace, local: LocalRelease): string {
  const { number, root } = local.tree;
  const about = [number, root, basename(file), seeds.map(({ base }) => base), trackers];
  return createHash('sha256').update(JSON.stringify(about)).digest('hex');
}

/** What is in the place already, if that is the torrent of this release. */
export function readSameTorrent(place: TorrentPlace, local: LocalRelease): MadeTorrent | undefined {
  const note = readNote(place.file);
  const archive = note?.archives.at(-1);
  if (note === undefined || archive === undefined) return undefined;
  const size = sizeOf(place.file);
  const isReadable = size !== undefined && size <= MAX_TORRENT_BYTES;
  const isWhole = note.source === sourceOf(place, local) && isReadable;
  if (!isWhole || sizeOf(join(dirname(place.file), archive)) !== note.size) return undefined;
  return { made: false, note, torrent: readPlain(place.file, MAX_TORRENT_BYTES), archive };
}

/**
 * Writes a release as a zip archive with a torrent of it beside, unless they are there. The former archive stays, so
 * that those who began to load it come to an end; where something was taken down since, it goes.
 * @throws MirrorError
 */
export async function makeTorrent(place: TorrentPlace, local: LocalRelease): Promise<MadeTorrent> {
  const same = readSameTorrent(place, local);
  if (same !== undefined) return same;
  const former = readNote(place.file);
  const folder = dirname(place.file);
  const archive = await makeArchive(place, local);
  const pieces = hashPieces(join(folder, archive));
  const webSeeds = place.seeds.map((seed) => seedAddress(seed, archive));
  const { bytes, magnet } = buildTorrent({
    name: archive,
    ...pieces,
    webSeeds,
    trackers: place.trackers,
  });
  const note: ArchiveNote = {
    release: local.tree.number,
    source: sourceOf(place, local),
    size: pieces.length,
    name: magnet,
    ...sortArchives(archive, place, former, local),
  };
  writeTorrent(place.file, bytes, note);
  for (const name of note.leaving) rmSync(join(folder, name), { force: true });
  return { made: true, note, torrent: bytes, archive };
}

/** Which archives stay, and which are to go. */
function sortArchives(
  archive: string,
  { file }: TorrentPlace,
  former: ArchiveNote | undefined,
  local: LocalRelease,
): Pick<ArchiveNote, 'archives' | 'leaving'> {
  const noted = (former?.archives ?? []).filter((name) => name !== archive);
  const kept = mayHoldTakenDown(former, local) ? [] : noted.slice(-1);
  const stays = new Set([...kept, archive]);
  const known = new Set([...(former?.leaving ?? []), ...noted, ...listArchives(file)]);
  return { archives: [...stays], leaving: [...known].filter((name) => !stays.has(name)) };
}

/** The address of a file that a mirror holds for a torrent. */
export const seedAddress = ({ base }: Pick<MirrorTarget, 'base'>, name: string): string =>
  `${base ?? ''}${SEED_FOLDER}/${name}`;

/** Writes the archive under a name that its bytes decide: under one address there is one content for good. */
async function makeArchive({ file }: TorrentPlace, local: LocalRelease): Promise<string> {
  const title = basename(file, '.torrent');
  const folder = `${title}-${local.tree.number}`;
  const { clock } = local.release;
  return withPart(`${file}.zip`, async (part) => {
    await writeZip(listReleased(local), { folder, clock }, part);
    const archive = `${folder}-${part.digest().slice(0, 12)}.zip`;
    part.place(join(dirname(file), archive));
    return archive;
  });
}

function writeTorrent(file: string, bytes: Uint8Array, note: ArchiveNote): void {
  try {
    writeWhole(file, bytes, { modes: PUBLIC });
  } catch (error) {
    throw explainFileFault(error, file, 'archive');
  }
  writeNote(file, note);
}
