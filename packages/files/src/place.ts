import { join } from 'node:path';
import { ForeignFileError } from './foreign-file-error.ts';
import { codeOf } from './code-of.ts';
import { canHold, HeldFolder } from './held-folder.ts';
import type { Modes } from './modes.ts';
import { judgeWay, makeFolder } from './way.ts';

/** Whether folders that are missing are made, and with which rights; the umask's where those are absent. */
export interface Makes {
  modes?: Modes | undefined;
}

/** Where a file below a folder is to be read, written or deleted, the way to it judged. */
export interface Place {
  /** For the file system; good until the place is closed. On Linux it cannot be led elsewhere. */
  readonly path: string;
  /** Says whether what was done was done there. @throws ForeignFileError where that cannot be said */
  confirm: () => void;
  /** An error of the file system with the names that people know. */
  tell: (error: unknown) => unknown;
  close: () => void;
}

/**
 * Goes to a place below a folder that others can write to, step by step, none of them a link. On Linux the last folder
 * is held, so that whoever swaps folders afterwards leads nothing elsewhere; on other systems the way is judged before
 * and, by `confirm`, after what is done.
 * @param path From `root`, `/`-separated; `root` itself may be a link: whoever named it may mean one.
 * @returns undefined where a folder on the way is missing and none is to be made
 * @throws ForeignFileError for a link on the way, a file in a folder's place, or a name that leads up
 */
export function openPlace(root: string, path: string, makes?: Makes): Place | undefined {
  const steps = path.split('/');
  const odd = steps.find((step) => step === '' || step === '.' || step === '..');
  if (odd !== undefined) throw new ForeignFileError(join(root, odd));
  if (makes !== undefined) makeFolder(root, makes.modes);
  return canHold() ? holdPlace(root, steps, makes) : judgeTwice(root, path, makes);
}

function holdPlace(root: string, steps: readonly string[], makes?: Makes): Place | undefined {
  let folder: HeldFolder | undefined = openRoot(root);
  for (const step of steps.slice(0, -1)) {
    const outer: HeldFolder | undefined = folder;
    try {
      folder = outer?.enter(step, makes);
    } finally {
      outer?.close();
    }
  }
  const held = folder;
  return (
    held && {
      path: held.at(steps.at(-1) ?? ''),
      confirm: () => undefined,
      tell: (error) => held.tell(error),
      close: () => {
        held.close();
      },
    }
  );
}

function openRoot(root: string): HeldFolder | undefined {
  try {
    return HeldFolder.open(root);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function judgeTwice(root: string, path: string, makes?: Makes): Place | undefined {
  const place = join(root, path);
  if (!judgeWay(root, path)) {
    if (makes === undefined) return undefined;
    makeFolder(join(place, '..'), makes.modes);
    // Somebody may have been quicker.
    judgeWay(root, path);
  }
  return {
    path: place,
    confirm: () => {
      judgeWay(root, path);
    },
    tell: (error) => error,
    close: () => undefined,
  };
}

/**
 * Does something at a place below a folder that others can write to, and nothing where a folder on the way is missing.
 * @throws ForeignFileError as {@link openPlace}; what `act` throws
 */
export function reachPlace<Result>(
  root: string,
  path: string,
  act: (place: string) => Result,
): Result | undefined {
  const place = openPlace(root, path);
  return place && actAt(place, act);
}

/** Does something at a place, and makes the folders on the way. @throws as {@link reachPlace} */
export function makePlace<Result>(
  root: string,
  path: string,
  modes: Modes | undefined,
  act: (place: string) => Result,
): Result {
  const place = openPlace(root, path, { modes });
  // Made a moment ago, and gone: whoever takes folders away is not waited for.
  if (place === undefined) throw new ForeignFileError(join(root, path));
  return actAt(place, act);
}

function actAt<Result>(place: Place, act: (place: string) => Result): Result {
  try {
    const result = act(place.path);
    place.confirm();
    return result;
  } catch (error) {
    throw place.tell(error);
  } finally {
    place.close();
  }
}
