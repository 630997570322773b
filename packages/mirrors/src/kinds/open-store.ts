import { MirrorError } from '../mirror-error.ts';
import { openFolderStore } from './folder-store.ts';
import { GitStore } from './git-store.ts';
import type { Place } from './place.ts';
import { RcloneStore } from './rclone-store.ts';
import type { Store } from './store.ts';

/**
 * Opens the place of a mirror.
 * @param work A folder of this machine for what a kind keeps between publications, and for files on their way.
 * @throws MirrorError `kind-copied`
 */
export function openStore(place: Place, work: string): Store {
  switch (place.kind) {
    case 'folder':
      return openFolderStore(place.folder);
    case 'git':
      return new GitStore(place, work);
    case 'rclone':
      return new RcloneStore(place, work);
    case 'copied':
      throw new MirrorError(
        'kind-copied',
        {
          en: 'Nothing is sent to a mirror that others copy.',
          ru: 'На зеркало, которое копируют другие, ничего не отправляют.',
        },
        {
          en: 'Ask them to run “tamizdat mirror pull”.',
          ru: 'Попросите их запустить «tamizdat mirror pull».',
        },
      );
  }
}
