import type { LocalRelease } from '../../publish/local-release.ts';
import type { CarPlace } from '../archive-place.ts';
import { readNote, sizeOf, writeNote } from '../archive-note.ts';
import { withPart } from '../part-file.ts';
import { listReleased } from '../released-files.ts';
import { writeCar } from './write-car.ts';

/** What is, or would be, in a CAR's place. */
export interface MadeCar {
  made: boolean;
  cid: string;
  size: number;
}

/** Whether the CAR in its place is the one of this release. */
export function isSameCar({ file }: CarPlace, local: LocalRelease): boolean {
  const note = readNote(file);
  return note?.source === local.head && sizeOf(file) === note.size;
}

/**
 * Writes the whole tree of a release as one CAR, unless it is there.
 * @throws MirrorError: what was there before is there still
 */
export async function makeCar(place: CarPlace, local: LocalRelease): Promise<MadeCar> {
  const { file } = place;
  const note = readNote(file);
  if (note !== undefined && isSameCar(place, local))
    return { made: false, cid: note.name, size: note.size };
  return withPart(file, async (part) => {
    const cid = await writeCar(listReleased(local), part);
    const { size } = part;
    part.place(file);
    const about = { release: local.tree.number, source: local.head, size, name: cid };
    writeNote(file, { ...about, archives: [], leaving: [] });
    return { made: true, cid, size };
  });
}
