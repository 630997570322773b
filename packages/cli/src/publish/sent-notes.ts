import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '@tamizdat/files';
import type { Place } from '@tamizdat/mirrors';
import { defaultContent, stateOf } from '../repository/folders.ts';
import { placeMark } from './place-mark.ts';

/** Which places were published to from this machine. */
export interface SentNotes {
  has: (place: Place) => boolean;
  add: (place: Place) => void;
}

/** Notes of an outlet: an empty file for each place in its state, whose name says nothing of where that is. */
export function openSentNotes(content: string = defaultContent): SentNotes {
  const fileOf = (place: Place) => path.join(stateOf(content), 'sent', placeMark(place));
  return {
    has: (place) => existsSync(fileOf(place)),
    add: (place) => {
      if (!existsSync(fileOf(place))) writeWhole(fileOf(place), '');
    },
  };
}
