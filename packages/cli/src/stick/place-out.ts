import { randomBytes } from 'node:crypto';
import { lstatSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeFolderFor } from '@tamizdat/files';
import { UsageError } from '../frame/usage-error.ts';
import { say } from '../language/say.ts';
import { verifyName } from '../take-along/verify-name.ts';

/** Judges the place for what is to be made. @throws UsageError where something is there, or FAT refuses the name */
export function verifyOut(out: string): string {
  const place = path.resolve(out);
  verifyName(place);
  if (lstatSync(place, { throwIfNoEntry: false }) !== undefined)
    throw new UsageError(
      say({
        en: `${out} is there already: choose another name, or take it away first.`,
        ru: `${out} уже есть: выберите другое имя или сначала уберите.`,
      }),
    );
  return place;
}

/** A full disk says of a write that it had no room, and not of which file. */
function nameFile(error: unknown, out: string): unknown {
  if (error instanceof Error && 'syscall' in error && !('path' in error))
    Object.assign(error, { path: out });
  return error;
}

/**
 * Has something made beside its place and moves it there when it is whole; whatever goes wrong leaves nothing, and no
 * folder that was made for it.
 * @param make Writes a file or a folder with this name.
 */
export async function placeWhole(
  out: string,
  make: (part: string) => Promise<void>,
): Promise<void> {
  const folder = path.dirname(out);
  const part = path.join(
    folder,
    `.${path.basename(out).slice(0, 80)}.${randomBytes(4).toString('hex')}.part`,
  );
  const takeAway = makeFolderFor(folder);
  try {
    await make(part);
    renameSync(part, out);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    takeAway();
    throw nameFile(error, out);
  }
}
