import { MirrorError } from '../mirror-error.ts';
import { openFolderStore } from './folder-store.ts';
import type { Place } from './place.ts';
import type { Store } from './store.ts';

/**
 * Opens the place of a mirror.
 * @param work A folder of this machine for what a kind keeps between publications, and for files on their way.
 */
export function openStore(place: Place, work: string): Store {
  if (place.kind === 'folder') return openFolderStore(place.folder);
  throw new MirrorError(
    'kind-copied',
    `Nothing is sent to a mirror of the kind “${place.kind}” from ${work}.`,
    'Publish to others.',
  );
}
