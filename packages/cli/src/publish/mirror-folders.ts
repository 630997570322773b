import path from 'node:path';
import {
  describeFailure,
  type MirrorError,
  type MirrorTarget,
  openStore,
  type Report,
  type Store,
} from '@tamizdat/mirrors';
import { cacheFolder } from '../repository/folders.ts';
import type { Options } from './arguments.ts';
import { missingFolder } from './missing-folder.ts';
import { placeMark } from './place-mark.ts';
import { openSentNotes } from './sent-notes.ts';

/** Mirrors' folders, as a publication opens them. */
export interface MirrorFolders {
  /** Reports of mirrors that are not published to, because their folder is not where it should be. */
  refuse: (targets: readonly MirrorTarget[]) => Map<MirrorTarget, Report>;
  /** Notes what was published to. */
  note: (targets: readonly MirrorTarget[]) => void;
  /** Opens a mirror’s place. @throws MirrorError where its folder is not where it should be */
  open: (target: MirrorTarget) => Store;
}

/** Mirrors' folders of an outlet: one that is not where it should be is published to with `create` alone. */
export function openMirrorFolders({ create, to, content }: Options): MirrorFolders {
  // A place of somebody's own may be where one stick after another is mounted: there an empty folder is no fault.
  const notes = to === undefined ? openSentNotes(content) : undefined;
  const refusal = (target: MirrorTarget): MirrorError | undefined =>
    create ? undefined : missingFolder(target, notes?.has(target.place) ?? false);
  return {
    refuse: (targets) => {
      const refused = targets.flatMap((target): [MirrorTarget, Report][] => {
        const { name, place } = target;
        const error = refusal(target);
        if (error === undefined) return [];
        const failure = describeFailure(error, target);
        return [[target, { name, kind: place.kind, took: 0, failure }]];
      });
      return new Map(refused);
    },
    note: (targets) => {
      for (const { place } of targets) if (place.kind === 'folder') notes?.add(place);
    },
    open: (target) => {
      const error = refusal(target);
      if (error !== undefined) throw error;
      return openStore(target.place, workFolder(target));
    },
  };
}

/** Where a kind keeps what it needs between publications. Its name says nothing of the mirror. */
export const workFolder = ({ place }: MirrorTarget): string =>
  path.join(cacheFolder, 'mirrors', placeMark(place));
